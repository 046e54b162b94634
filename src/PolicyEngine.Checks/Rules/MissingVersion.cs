namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of documents without a Version, in which policy variables are plain text.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
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
        int start = document.Span.Start;
        FindingFix? fix = mayBeVariable ? null : new FindingFix(keepsMeaning: true, new TextEdit(TextSpan.FromBounds(start + 1, start + 1), Member));
        context.Find(Missing, TextSpan.FromBounds(start, start + 1), new FindingDetail { Code = "MISSING_VERSION", Fix = fix });
    }
}
