namespace PolicyEngine.Workloads;

/// <summary>W1, W2 and W3: the policies of the Secrets Manager guide's page on VPC endpoints.</summary>
internal static class SeedWorkloads
{
    internal const string User = "arn:aws:iam::123456789012:user/";
    internal const string OtherUser = "arn:aws:iam::111122223333:user/";
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-a1b2c3";
    private const string NamedSecret = "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3";
    private const string Get = "secretsmanager:GetSecretValue";

    private static readonly KeyTexts[] NamedEndpoint = KeyTexts.Of(("aws:sourceVpce", "vpce-1234a5678b9012c"), ("aws:sourceVpc", "vpc-12345678"), ("aws:SourceIp", "10.0.1.17"));
    private static readonly KeyTexts[] OtherEndpoint = KeyTexts.Of(("aws:sourceVpce", "vpce-0000000000000000"), ("aws:sourceVpc", "vpc-12345678"), ("aws:SourceIp", "10.0.1.17"));
    private static readonly KeyTexts[] OtherVpc = KeyTexts.Of(("aws:sourceVpc", "vpc-2b2b2b2b"), ("aws:sourceVpce", "vpce-2b2b2b2b"), ("aws:SourceIp", "10.2.0.9"));
    private static readonly KeyTexts[] Internet = KeyTexts.Of(("aws:SourceIp", "203.0.113.7"));

    internal static Workload OneEndpoint() => new("W1", [WorkloadPolicy.FromFile(PolicyType.Resource, "secret-1")],
    [
        new("named endpoint", User + "Anika", Get, Secret, NamedEndpoint),
        new("other endpoint", User + "Anika", Get, Secret, OtherEndpoint),
        new("internet", User + "Anika", Get, Secret, Internet),
        new("describe over internet", User + "Anika", "secretsmanager:DescribeSecret", Secret, Internet),
        new("role puts", "arn:aws:iam::123456789012:role/Rotator", "secretsmanager:PutSecretValue", Secret, NamedEndpoint),
        new("other account", OtherUser + "Mallory", Get, Secret, NamedEndpoint),
        new("other account over internet", OtherUser + "Mallory", Get, Secret, Internet),
        new("other service", User + "Anika", "kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab", NamedEndpoint),
    ]);

    internal static Workload TwoVpcs() => new("W2", [WorkloadPolicy.FromFile(PolicyType.Resource, "secret-2")],
    [
        new("create from the VPC", User + "admin", "secretsmanager:CreateSecret", Secret, NamedEndpoint),
        new("last action from the VPC", User + "admin", "secretsmanager:UntagResource", Secret, NamedEndpoint),
        new("create from the other VPC", User + "admin", "secretsmanager:CreateSecret", Secret, OtherVpc),
        new("get from the other VPC", OtherUser + "app", Get, Secret, OtherVpc),
        new("get from the VPC", OtherUser + "app", Get, Secret, NamedEndpoint),
        new("describe over internet", OtherUser + "app", "secretsmanager:DescribeSecret", Secret, Internet),
        new("list over internet", OtherUser + "app", "secretsmanager:ListSecrets", Secret, Internet),
        new("third account", "arn:aws:iam::999988887777:user/x", Get, Secret, OtherVpc),
    ]);

    internal static Workload EndpointPolicy() => new("W3", [WorkloadPolicy.FromFile(PolicyType.VpcEndpoint, "endpoint-secret")],
    [
        Through("the secret", Get, NamedSecret),
        Through("other secret", Get, NamedSecret.Replace("a1b2c3", "a1b2c4", StringComparison.Ordinal)),
        Through("longer name", Get, NamedSecret + "x"),
        Through("other service", "s3:GetObject", "arn:aws:s3:::b/k"),
    ]);

    private static RequestTexts Through(string name, string action, string resource) =>
        new(name, User + "a", action, resource, NamedEndpoint) { IsThroughEndpoint = true };
}
