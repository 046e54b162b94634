namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of documents without a Version, in which policy variables are plain text.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">IAM JSON policy elements: Version</see>.</remarks>
internal static class MissingVersion
{
    private const string Member = "\"Version\": \"2012-10-17\", ";

    private static readonly DiagnosticDescriptor Missing = new(
        "PE6001", "C-20, L-19", DiagnosticSeverity.Information, "No Version",
        "The document has no Version, so that it is read by the rules of 2008, without policy variables",
        "Write \"Version\": \"2012-10-17\" as the first element.");

    internal static CheckRule Rule { get; } = new(Missing) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        bool isOptional = context.Type is PolicyType.Identity or PolicyType.Session or PolicyType.ScopeDown or PolicyType.Resource or PolicyType.Trust;
        if (document.Version is not null || !isOptional) return;
        bool mayBeVariable = context.Source.Utf8.IndexOf("${"u8) >= 0;
        TextSpan behindBrace = TextSpan.FromBounds(document.Span.Start + 1, document.Span.Start + 1);
        FindingFix? fix = mayBeVariable ? null : new FindingFix(keepsMeaning: true, new TextEdit(behindBrace, Member));
        context.Find(Missing, TextSpan.FromBounds(document.Span.Start, document.Span.Start + 1), new FindingDetail { Code = "MISSING_VERSION", Fix = fix });
    }
}
