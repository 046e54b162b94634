namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of the old name of a global condition key, which requests no longer have.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class RetiredGlobalKey
{
    private static readonly DiagnosticDescriptor Retired = new(
        "PE6004", "C-20", DiagnosticSeverity.Error, "Retired condition key",
        "'{0}' is the old name of aws:PrincipalArn, which no request has any more",
        "Write aws:PrincipalArn.");

    internal static CheckRule Rule { get; } = new(Retired) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            if (!test.IsOn("aws:ARN")) continue;
            context.FindAt(test, Retired, new FindingDetail { Code = "UNSUPPORTED_GLOBAL_CONDITION_KEY", Fix = TextEdits.RenameKey(context.Source, test, "aws:PrincipalArn") }, test.Entry.Key);
        }
    }
}
