namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of statement identifiers without a character.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class EmptySid
{
    private static readonly DiagnosticDescriptor Empty = new(
        "PE6002", "C-20, L-23", DiagnosticSeverity.Information, "Empty Sid",
        "The Sid is the empty text, which identifies nothing",
        "Leave Sid out, or name the statement.");

    internal static CheckRule Rule { get; } = new(Empty) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Sid is not "") return;
        TextSpan? member = TextEdits.FindMember(context.Source, statement.Span, "Sid");
        context.FindAt("Sid", Empty, member ?? statement.Span, new FindingDetail { Code = "EMPTY_SID_VALUE", Fix = member is { } own ? TextEdits.Remove(context.Source, own) : null });
    }
}
