using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of prefixes that a listing must not have, which a shorter prefix, or none, passes.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class NegativePrefix
{
    private static readonly DiagnosticDescriptor Negative = new(
        "PE6045", "C-20", DiagnosticSeverity.Warning, "Prefix that is denied",
        "'{0}' on '{1}' with Effect '{2}' is passed by a request with a shorter prefix, which lists the same keys",
        "Allow the prefixes that may be listed, with StringLike.");

    internal static CheckRule Rule { get; } = new(Negative) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Effect is not { } effect) return;
        foreach (ConditionTest test in statement.Tests)
        {
            if (!test.IsOfString || !test.IsOn("s3:prefix")) continue;
            bool isPassed = effect == Effect.Allow ? test.Operator.IsNegated : !test.Operator.IsNegated && test.Entry.Values.Any(static value => value.Text.Length > 0);
            if (isPassed) context.FindAt(test, Negative, "S3_PREFIX_IN_NEGATIVE_CONTEXT", test.Name, test.Entry.Key, effect.ToString());
        }
    }
}
