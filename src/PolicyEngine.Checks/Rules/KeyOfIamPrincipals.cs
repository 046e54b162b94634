namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows for services by keys that only users and roles have.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class KeyOfIamPrincipals
{
    private static readonly DiagnosticDescriptor Missing = new(
        "PE6052", "C-20, A-71", DiagnosticSeverity.Warning, "Key that a service does not have",
        "'{0}' on '{1}' asks for a key that only users and roles have, and every principal of the statement is a service",
        "Name the source of the call by aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.");

    internal static CheckRule Rule { get; } = new(Missing) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.Trust) || !statement.Allows || !PrincipalNames.AreServices(statement.Principal)) return;
        foreach (ConditionTest test in statement.Tests)
        {
            if (!test.IsOfValue || test.Operator.IfExists || !IsOfUsersAndRoles(test)) continue;
            context.FindAt(test, Missing, "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", test.Name, test.Entry.Key);
        }
    }

    /// <summary>AWS: IAM Roles Anywhere brings tags from the certificate, such as <c>aws:PrincipalTag/x509Subject/CN</c>
    /// (<see href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html">trust model</see>).</summary>
    private static bool IsOfUsersAndRoles(ConditionTest test) =>
        test.IsOnAny("aws:username", "aws:userid")
        || (test.Entry.Key.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase) && !test.Entry.Key.StartsWith("aws:PrincipalTag/x509", StringComparison.OrdinalIgnoreCase) && !test.IsOnAny("aws:PrincipalIsAWSService", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList"));
}
