namespace PolicyEngine.Workloads;

/// <summary>W4: an identity policy of a working team, 20 statements.</summary>
internal static class IdentityWorkload
{
    internal static readonly KeyTexts[] Keys = KeyTexts.Of(
        ("aws:username", "anika"), ("aws:PrincipalTag/Team", "blue"), ("aws:RequestedRegion", "us-east-1"), ("aws:SecureTransport", "true"),
        ("aws:SourceIp", "10.0.1.17"), ("aws:sourceVpce", "vpce-1234a5678b9012c"), ("aws:MultiFactorAuthPresent", "true"), ("aws:MultiFactorAuthAge", "120"));

    private const string Instance = "arn:aws:ec2:us-east-1:123456789012:instance/i-0abc";

    internal static Workload Make()
    {
        RequestTexts query = Ask("query", "dynamodb:Query", "arn:aws:dynamodb:us-east-1:123456789012:table/team-a");
        return new("W4", [WorkloadPolicy.FromFile(PolicyType.Identity, "identity-20")],
        [
            Ask("describe instances", "ec2:DescribeInstances", "*"),
            Ask("stop an instance of the team", "ec2:StopInstances", Instance).With("aws:ResourceTag/Team", "blue"),
            Ask("stop another instance", "ec2:StopInstances", Instance).With("aws:ResourceTag/Team", "red"),
            Ask("get own object", "s3:GetObject", "arn:aws:s3:::shared-artifacts/anika/file.bin"),
            Ask("get another's object", "s3:GetObject", "arn:aws:s3:::shared-artifacts/bob/file.bin"),
            Ask("put unencrypted", "s3:PutObject", "arn:aws:s3:::team-data-1/x"),
            Ask("secret through the endpoint", "secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:team/db-a1b2c3"),
            Ask("wrong region", "lambda:InvokeFunction", "arn:aws:lambda:ap-south-1:123456789012:function:team-x").With("aws:RequestedRegion", "ap-south-1"),
            Ask("assume role", "sts:AssumeRole", "arn:aws:iam::111122223333:role/deploy-prod"),
            Ask("nothing matches", "rds:DeleteDBInstance", "arn:aws:rds:us-east-1:123456789012:db:prod"),
            query with { Context = [.. query.Context, KeyTexts.List("dynamodb:LeadingKeys", "team")] },
            Ask("without TLS", "s3:GetObject", "arn:aws:s3:::team-data-1/x").With("aws:SecureTransport", "false"),
        ]);
    }

    private static RequestTexts Ask(string name, string action, string resource) => new(name, SeedWorkloads.User + "anika", action, resource, Keys);
}
