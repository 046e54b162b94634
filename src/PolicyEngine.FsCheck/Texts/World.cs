namespace PolicyEngine.FsCheck.Texts;

/// <summary>The names that everything is made of: few, so that policies and requests meet often.</summary>
internal static class World
{
    internal const string Account = "111122223333";
    internal const string OtherAccount = "444455556666";
    internal const string CanonicalId = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    internal static readonly string[] Accounts = [Account, Account, Account, OtherAccount];
    internal static readonly string[] Regions = ["eu-west-1", "eu-west-1", "us-west-2"];
    internal static readonly string[] Users = ["alice", "bob", "team/carol"];
    internal static readonly string[] Roles = ["App", "deploy/Runner"];
    internal static readonly string[] Services = ["s3.amazonaws.com", "lambda.amazonaws.com", "cloudformation.amazonaws.com"];
    internal static readonly string[] Providers = ["accounts.google.com", $"arn:aws:iam::{Account}:oidc-provider/token.example.com"];
    internal static readonly string[] SamlProviders = [$"arn:aws:iam::{Account}:saml-provider/idp"];
    internal static readonly string[] EndpointIds = ["vpce-1234a5678b9012c", "vpce-0fedcba9876543210"];
    internal static readonly string[] VpcIds = ["vpc-1a2b3c4d", "vpc-9f8e7d6c"];
    internal static readonly string[] PublicAddresses = ["203.0.113.7", "198.51.100.20", "2001:db8::7"];
    internal static readonly string[] PrivateAddresses = ["10.0.1.17", "172.16.1.10", "192.168.0.5"];

    /// <summary>The services whose resources are in the world, with actions and the last part of their ARNs; the last part <c>*</c> means no
    /// resource at all.</summary>
    internal static readonly Service[] Catalogue =
    [
        new("s3", ["GetObject", "PutObject", "DeleteObject"], ["orders/2026/a.json", "orders/alice/report.txt", "logs/x"], IsRegional: false),
        new("s3", ["ListBucket"], ["orders", "logs"], IsRegional: false),
        new("s3", ["GetObject", "PutObject"], ["accesspoint/orders-ap/object/2026/a.json"]),
        new("s3", ["ListAllMyBuckets"], ["*"], IsRegional: false),
        new("secretsmanager", ["GetSecretValue", "PutSecretValue", "DescribeSecret"], ["secret:orders-a1b2c3", "secret:team/alice-d4e5f6"]),
        new("sqs", ["SendMessage", "ReceiveMessage"], ["orders", "orders-dead"]),
        new("kms", ["Decrypt", "GenerateDataKey"], ["key/1234abcd-12ab-34cd-56ef-1234567890ab"]),
        new("dynamodb", ["GetItem", "PutItem"], ["table/orders", "table/orders/index/by-day"]),
        new("lambda", ["InvokeFunction"], ["function:orders", "function:orders:1"]),
    ];

    internal static readonly Service Sts = new("sts", ["AssumeRole", "AssumeRole", "TagSession", "SetSourceIdentity"], ["role/App", "role/deploy/Runner"], IsRegional: false);

    /// <summary>The condition keys of the world, with values that fit their types.</summary>
    internal static readonly KeySample[] Keys =
    [
        new("aws:SourceVpce", EndpointIds),
        new("aws:SourceVpc", VpcIds),
        new("aws:SourceIp", PublicAddresses),
        new("aws:VpcSourceIp", PrivateAddresses),
        new("aws:SecureTransport", ["true", "true", "false"]),
        new("aws:PrincipalOrgID", ["o-a1b2c3d4e5", "o-zz11yy22xx"]),
        new("aws:PrincipalTag/team", ["red", "blue", "green team"]),
        new("aws:RequestTag/team", ["red", "blue"]),
        new("aws:TagKeys", ["team", "cost-center", "env"], IsList: true),
        new("aws:CurrentTime", ["2026-03-01T12:00:00Z", "2026-06-30T23:59:59Z"]),
        new("aws:MultiFactorAuthAge", ["0", "3599", "3600"]),
        new("aws:SourceArn", ["arn:aws:s3:::orders", $"arn:aws:sns:eu-west-1:{Account}:topic"]),
        new("aws:username", ["alice", "bob"]),
        new("s3:prefix", ["", "home/alice/", "home/bob/"]),
        new("s3:max-keys", ["10", "100"]),
        new("dynamodb:LeadingKeys", ["alice", "bob"], IsList: true),
        new("example:Digest", ["AAEC", "AAED"]),
    ];

    /// <summary>A condition key of the world.</summary>
    internal sealed record KeySample(string Name, string[] Values, bool IsList = false);

    /// <summary>A service of the world.</summary>
    internal sealed record Service(string Prefix, string[] Actions, string[] Resources, bool IsRegional = true);
}
