namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of trust policies with a condition on what a session brings, which no action lets it bring.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class KeyWithoutAction
{
    private static readonly DiagnosticDescriptor Lacking = new(
        "PE6060", "C-20", DiagnosticSeverity.Warning, "Key without its action",
        "'{0}' is set by '{1}', which the statement does not allow, so that a call that sets it fails",
        "Allow the action too.");

    internal static CheckRule Rule { get; } = new(Lacking) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type != PolicyType.Trust || !statement.Allows) return;
        foreach (ConditionTest test in statement.Tests)
        {
            string? action = test.IsOn("sts:SourceIdentity") ? "sts:SetSourceIdentity" : IsOfTags(test) ? "sts:TagSession" : null;
            if (action is not null && !ActionCoverage.Covers(statement.Action, action)) context.FindAt(test, Lacking, "MISSING_ACTION_FOR_CONDITION_KEY", test.Entry.Key, action);
        }
    }

    private static bool IsOfTags(ConditionTest test) => test.IsOn("sts:TransitiveTagKeys") || test.Entry.Key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase);
}
