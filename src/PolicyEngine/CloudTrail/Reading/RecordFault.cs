namespace PolicyEngine.CloudTrail.Reading;

/// <summary>Why a text is no record.</summary>
/// <param name="Descriptor">The kind of finding.</param>
/// <param name="Reason">What is wrong, to complete the message.</param>
/// <param name="Line">The line in the text where it is wrong, 0-based.</param>
/// <param name="Column">The byte in that line.</param>
internal readonly record struct RecordFault(DiagnosticDescriptor Descriptor, string Reason, long Line = 0, long Column = 0);
