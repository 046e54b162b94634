namespace PolicyEngine.Tests.Checks;

/// <content>How documents and conditions are written.</content>
internal static partial class RuleCases
{
    private static IEnumerable<RuleCase> OfElements =>
    [
        new("PE6001", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}}""", "", """{"Version":"2008-10-17","Statement":{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}}""") { Code = "MISSING_VERSION" },
    ];
}
