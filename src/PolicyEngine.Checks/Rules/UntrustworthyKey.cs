using PolicyEngine.Language;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of conditions on what a caller can write into a request.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class UntrustworthyKey
{
    private static readonly DiagnosticDescriptor Chosen = new(
        "PE6043", "C-20", DiagnosticSeverity.Warning, "Condition on what the caller chooses",
        "'{0}' is what the caller writes into the request, so that it keeps nobody out",
        "Name callers or networks, such as by aws:PrincipalArn or aws:SourceVpce.");

    internal static CheckRule Rule { get; } = new(Chosen) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            if (!test.IsOfValue || !test.IsOnAny("aws:Referer", "aws:UserAgent") || IsOfEmail(statement, test)) continue;
            context.FindAt(test, Chosen, "UNTRUSTWORTHY_CONDITION_KEY", test.Entry.Key);
        }
    }

    /// <summary>AWS: Simple Email Service tells the account under this key, and only AWS can call as a service.</summary>
    private static bool IsOfEmail(CheckedStatement statement, ConditionTest test) =>
        test.IsOn("aws:Referer") && PrincipalNames.AreServices(statement.Principal) && test.Entry.Values.All(static value => AccountId.IsValid(value.Text));
}
