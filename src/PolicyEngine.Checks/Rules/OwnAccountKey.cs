namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of conditions on the account of the bucket in a policy of the bucket itself.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class OwnAccountKey
{
    private static readonly DiagnosticDescriptor Own = new(
        "PE6021", "C-20", DiagnosticSeverity.Information, "Account of the resource in its own policy",
        "'{0}' is the account of the bucket that the policy is on, so that it tells nothing",
        "Remove the key; name who may call by aws:PrincipalAccount or aws:SourceAccount.");

    internal static CheckRule Rule { get; } = new(Own) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.AccessPoint)) return;
        bool isOfBucket = context.Type == PolicyType.AccessPoint || (context.Options.ResourceType is { } told ? told is "AWS::S3::Bucket" or "AWS::S3::AccessPoint" : ActionAdvice.AreAllOf(statement.Action, "s3"));
        if (!isOfBucket) return;
        foreach (ConditionTest test in statement.Tests)
        {
            if (test.IsOn("s3:ResourceAccount")) context.FindAt(test, Own, "IRRELEVANT_CONDITION_KEY_IN_POLICY", test.Entry.Key);
        }
    }
}
