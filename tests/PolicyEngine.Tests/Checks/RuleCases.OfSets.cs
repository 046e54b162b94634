namespace PolicyEngine.Tests.Checks;

/// <content>What statements and documents make of each other.</content>
internal static partial class RuleCases
{
    private static IEnumerable<RuleCase> OfSets =>
    [
        new("PE6201", PolicyType.Identity, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::ledger/*"},{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}""", "Statement[0]", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::ledger/*"},{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::ledger/private/*"}]}"""),
        new("PE6201", PolicyType.Resource, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/a"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::ledger/*"},{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"arn:aws:s3:::ledger/*"}]}""", "Statement[0]", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/a"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::ledger/*"},{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"arn:aws:s3:::ledger/*"}]}"""),
    ];
}
