namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of conditions without an operator, which are none.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class EmptyCondition
{
    private static readonly DiagnosticDescriptor Empty = new(
        "PE6003", "C-20, L-17", DiagnosticSeverity.Information, "Empty Condition",
        "The Condition is empty, so that the statement applies without a condition",
        "Leave Condition out, or state one.");

    internal static CheckRule Rule { get; } = new(Empty) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Condition is not { Clauses.Count: 0 }) return;
        TextSpan? member = TextEdits.FindMember(context.Source, statement.Span, "Condition");
        context.FindAt("Condition", Empty, member ?? statement.Span, new FindingDetail { Code = "EMPTY_OBJECT_CONDITION", Fix = member is { } own ? TextEdits.Remove(context.Source, own) : null });
    }
}
