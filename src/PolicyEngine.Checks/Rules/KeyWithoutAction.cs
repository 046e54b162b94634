using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of trust policies with a condition on what a session brings, which no action lets it bring.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class KeyWithoutAction
{
    private static readonly DiagnosticDescriptor Lacking = new(
        "PE6060", "C-20", DiagnosticSeverity.Warning, "Key without its action",
        "'{0}' is set by '{1}', which the policy does not allow, so that a call that sets it fails",
        "Allow the action too.");

    internal static CheckRule Rule { get; } = new(Lacking) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type != PolicyType.Trust) return;
        context.ForEach(new CheckedStatements(document), (own, statement) =>
        {
            if (!statement.Allows) return;
            foreach (ConditionTest test in statement.Tests)
            {
                string? action = test.IsOn("sts:SourceIdentity") ? "sts:SetSourceIdentity" : IsOfTags(test) ? "sts:TagSession" : null;
                if (action is not null && !IsAllowed(document, action)) own.FindAt(test, Lacking, "MISSING_ACTION_FOR_CONDITION_KEY", test.Entry.Key, action);
            }
        });
    }

    /// <summary>AWS: a session may bring what another statement lets it bring.</summary>
    private static bool IsAllowed(PolicyDocument document, string action) => document.Statements.Any(statement => statement.Effect == Effect.Allow && ActionCoverage.Covers(statement.Action, action));

    private static bool IsOfTags(ConditionTest test) => test.IsOn("sts:TransitiveTagKeys") || test.Entry.Key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase);
}
