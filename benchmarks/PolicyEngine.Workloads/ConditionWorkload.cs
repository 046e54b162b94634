namespace PolicyEngine.Workloads;

/// <summary>W7: more than 20 conditions with 201 patterns, 501 address ranges, 51 ARNs, dates, numbers and sets.</summary>
internal static class ConditionWorkload
{
    private const string Organization = "o-a1b2c3d4e5";
    private static readonly int[] PrefixLengths = [16, 20, 22, 24, 28];

    internal static readonly KeyTexts[] Keys =
    [
        .. KeyTexts.Of(
            ("aws:PrincipalTag/Project", "team-blue-7"), ("s3:ExistingObjectTag/cls", "public"), ("aws:UserAgent", "aws-cli/2.15.0 md/awscrt"),
            ("aws:sourceVpc", "vpc-12345678"), ("aws:PrincipalOrgID", Organization), ("aws:PrincipalTag/Dept", "ops"), ("aws:PrincipalTag/Env", "prod"),
            ("aws:PrincipalTag/Name", "svc-a"), ("aws:SourceIp", "203.0.113.77"), ("aws:PrincipalArn", GrowthWorkload.Role),
            ("aws:CurrentTime", "2026-11-23T21:00:00Z"), ("aws:TokenIssueTime", "2026-11-23T20:00:00Z"), ("s3:max-keys", "100"),
            ("aws:MultiFactorAuthAge", "120"), ("aws:SecureTransport", "true"), ("aws:MultiFactorAuthPresent", "true"), ("s3:TlsVersion", "1.3"),
            ("aws:PrincipalTag/Blocked", "no")),
        KeyTexts.List("aws:TagKeys", "tag3", "tag29", "tag11"),
        KeyTexts.List("aws:PrincipalOrgPaths", Organization + "/r-ab12/ou-ab12-11111111/x/"),
    ];

    internal static Workload Make()
    {
        RequestTexts all = new("all true", GrowthWorkload.Role, "s3:GetObject", "arn:aws:s3:::data/x", Keys);
        KeyTexts otherUnit = KeyTexts.List("aws:PrincipalOrgPaths", Organization + "/r-ab12/ou-ab12-99999999/x/");
        return new("W7", [new(PolicyType.Identity, "", Json())],
        [
            all,
            all.With("aws:SourceIp", "10.1.2.3") with { Name = "other address" },
            all.With("aws:PrincipalTag/Project", "nothing-here") with { Name = "other project" },
            all with { Name = "other unit", Context = RequestTexts.Replace(Keys, otherUnit) },
            all.With("s3:TlsVersion", "1.1") with { Name = "old TLS" },
            all.With("aws:SourceIp", "2001:db8::1") with { Name = "IPv6" },
        ]);
    }

    private static string Json()
    {
        Draws draws = new(4242);
        string[] v4 = [.. Enumerable.Range(0, 480).Select(_ => Network(draws, 11, 180))];
        IEnumerable<string> v6 = Enumerable.Range(0, 20).Select(_ => $"2001:db8:{draws.Hex(4)}::/48");
        string ranges = JsonParts.List([.. v4, .. v6, "203.0.113.0/24"]);
        string denied = JsonParts.List(Enumerable.Range(0, 250).Select(_ => Network(draws, 193, 10)));
        string projects = JsonParts.List([.. Enumerable.Range(0, 200).Select(i => Project(i, draws)), "team-blue-*"]);
        string vpcs = JsonParts.List([.. Enumerable.Range(0, 100).Select(_ => "vpc-" + draws.Hex(8)), "vpc-12345678"]);
        string arns = JsonParts.List([.. Enumerable.Range(0, 50).Select(i => Arn(i, draws)), "arn:aws:iam::123456789012:role/app*"]);
        string tags = JsonParts.List(Enumerable.Range(0, 30).Select(static i => $"tag{i}"));
        string units = JsonParts.List([.. Enumerable.Range(0, 50).Select(_ => $"{Organization}/r-ab12/ou-ab12-{draws.Hex(8)}/*"), Organization + "/r-ab12/ou-ab12-11111111/*"]);
        return JsonParts.Document(
        [
            $$"""
            {"Sid":"Big","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::data/*","Condition":{
             "StringLike":{"aws:PrincipalTag/Project":{{projects}},"s3:ExistingObjectTag/cls":["pub*","int*"],"aws:UserAgent":["aws-cli/*","Boto3/*","*terraform*"] },
             "StringEquals":{"aws:sourceVpc":{{vpcs}},"aws:PrincipalOrgID":"{{Organization}}","aws:PrincipalTag/Dept":["eng","ops"]},
             "StringNotEquals":{"aws:PrincipalTag/Blocked":["yes","true"]},
             "StringEqualsIgnoreCase":{"aws:PrincipalTag/Env":["PROD","Stage"]},
             "StringNotLike":{"aws:PrincipalTag/Name":["tmp-*","*-deprecated"]},
             "IpAddress":{"aws:SourceIp":{{ranges}} },"NotIpAddress":{"aws:SourceIp":["198.51.100.0/24","192.0.2.0/24"]},
             "ArnLike":{"aws:PrincipalArn":{{arns}} },
             "DateGreaterThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"},
             "DateLessThan":{"aws:CurrentTime":"2035-01-01T00:00:00Z","aws:TokenIssueTime":"2035-06-30T23:59:59Z"},
             "NumericLessThanEquals":{"s3:max-keys":"1000","aws:MultiFactorAuthAge":"3600"},
             "Bool":{"aws:SecureTransport":"true","aws:MultiFactorAuthPresent":"true"},
             "Null":{"aws:PrincipalTag/Project":"false"},
             "ForAnyValue:StringEquals":{"aws:TagKeys":{{tags}} },"ForAllValues:StringLike":{"aws:TagKeys":["tag*","cost-*"]},
             "ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":{{units}} }
            } }
            """,
            $$"""{"Sid":"DenyAddresses","Effect":"Deny","Action":"s3:*","Resource":"*",{{JsonParts.Condition("IpAddress", "aws:SourceIp", denied)}} }""",
            """{"Sid":"DenyOldTls","Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericLessThan":{"s3:TlsVersion":"1.2"}}}""",
        ]);
    }

    private static string Network(Draws draws, int first, int count)
    {
        int length = PrefixLengths[draws.Below(PrefixLengths.Length)];
        uint address = (uint)((first + draws.Below(count)) << 24 | draws.Below(1 << 24)) & (uint.MaxValue << (32 - length));
        return $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{length}";
    }

    private static string Project(int i, Draws draws) => (i % 3) switch
    {
        0 => $"team-{draws.Hex(4)}-*",
        1 => $"*/svc-{draws.Hex(5)}/*",
        _ => $"exact-{draws.Hex(8)}",
    };

    private static string Arn(int i, Draws draws) =>
        $"arn:aws:iam::{100_000_000_000 + draws.Below(899_999_999)}:role/{(i % 2 == 1 ? "*" : $"app-{draws.Hex(4)}-*")}";
}
