namespace PolicyEngine.Diagnostics;

/// <summary>PE5xxx: a request met a point that cannot be decided.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor Indeterminate = new(
        "PE5001", "L-3", DiagnosticSeverity.Warning, "Indeterminate match",
        "The {0} statement cannot be decided: {1}",
        "An undecided Deny applies and an undecided Allow does not, so that nothing is opened by mistake.");

    internal static readonly DiagnosticDescriptor UnknownKey = new(
        "PE5002", "L-1", DiagnosticSeverity.Warning, "Unknown condition key",
        "The {0} statement depends on a key whose value is unknown: {1}",
        "Give the key a value, or leave it out if the request does not have it.");

    internal static readonly DiagnosticDescriptor[] Evaluation =
    [
        Indeterminate, UnknownKey,
    ];
}
