namespace PolicyEngine.Workloads;

/// <summary>W5: 10 to 10,000 statements on buckets, secrets and roles, 2 % of them Deny and 10 % with a condition.</summary>
internal static class GrowthWorkload
{
    internal const string Role = "arn:aws:iam::123456789012:role/app";
    private const int Randoms = 4_096;
    private static readonly string[] Endpoints = [.. Enumerable.Range(0, 8).Select(static i => $"vpce-0{i + 1}abc0000000000{i}")];
    private static readonly KeyTexts[] Inside = KeyTexts.Of(("aws:sourceVpce", Endpoints[3]), ("aws:SourceIp", "10.0.0.1"), ("aws:sourceVpc", "vpc-1"));

    /// <summary>12 requests: the first, middle and last statement of each kind, and misses.</summary>
    internal static Workload Make(int statements)
    {
        Grant[] grants = Draw(statements);
        Grant first = grants[0];
        Grant middle = grants.Skip(statements / 2).First(static grant => !grant.IsDeny);
        Grant last = grants.Last(static grant => !grant.IsDeny);
        Grant deny = grants.Skip(statements / 2).FirstOrDefault(static grant => grant.IsDeny) ?? grants[3];
        return Of($"W5-{statements}", grants,
        [
            Ask("first", first), Ask("middle", middle), Ask("last", last), Ask("first secret", grants[1]), Ask("first role", grants[2]),
            Ask("deny, inside", deny), Ask("deny, outside", deny) with { Context = KeyTexts.Of(("aws:SourceIp", "8.8.8.8")) },
            Ask("no bucket", first) with { Resource = "arn:aws:s3:::app-bucket-zzz/nothing/here.txt" },
            Ask("no secret", grants[1]) with { Resource = "arn:aws:secretsmanager:us-east-1:123456789012:secret:team-5/none-abcdef" },
            Ask("no role", grants[2]) with { Resource = "arn:aws:iam::123456789012:role/app-999999-nope" },
            Ask("no action", first) with { Action = "s3:DeleteBucket" },
            new("no service", Role, "rds:DeleteDBInstance", "arn:aws:rds:us-east-1:123456789012:db:prod", Inside),
        ]);
    }

    /// <summary>4,096 requests over all statements; one in four just misses.</summary>
    internal static Workload MakeRandom(int statements)
    {
        Grant[] grants = Draw(statements);
        Draws draws = new(20_25);
        return Of($"W5R-{statements}", grants, [.. Enumerable.Range(0, Randoms).Select(_ => Random(grants[draws.Below(statements)], draws))]);
    }

    private static RequestTexts Random(Grant grant, Draws draws)
    {
        RequestTexts request = Ask("random", grant).With("aws:sourceVpce", Endpoints[draws.Below(8)]);
        if (draws.Below(4) != 0) return request;
        int place = request.Resource.LastIndexOf('-') - 1 - draws.Below(4);
        return request with { Resource = $"{request.Resource.AsSpan(0, place)}_{request.Resource.AsSpan(place + 1)}" };
    }

    private static Workload Of(string name, Grant[] grants, RequestTexts[] requests) =>
        new(name, [new(PolicyType.Identity, "", JsonParts.Document(grants.Select(static grant => grant.Json)))], requests);

    private static RequestTexts Ask(string name, Grant grant) => new(name, Role, grant.Action, grant.Resource, Inside);

    private static Grant[] Draw(int count)
    {
        Draws draws = new(0x1234C);
        return [.. Enumerable.Range(0, count).Select(i => Grant.Draw(i, draws.Hex(6)))];
    }

    /// <summary>A statement, and an action and a resource that it matches.</summary>
    private sealed record Grant(string Json, bool IsDeny, string Action, string Resource)
    {
        internal static Grant Draw(int i, string hex)
        {
            (string[] actions, string action, string pattern) = (i % 3) switch
            {
                0 => (i % 2 == 1 ? ["s3:GetObject", "s3:PutObject"] : new[] { "s3:GetObject", "s3:GetObjectVersion", "s3:List*" }, i % 2 == 1 ? "s3:PutObject" : "s3:ListBucket", Bucket(i, hex)),
                1 => (i % 2 == 1 ? ["secretsmanager:GetSecretValue", "secretsmanager:Describe*"] : new[] { "secretsmanager:*" },
                    i % 2 == 1 ? "secretsmanager:DescribeSecret" : "secretsmanager:GetSecretValue",
                    $"arn:aws:secretsmanager:us-east-1:123456789012:secret:team-{i % 97}/svc-{i}-{hex}-??????"),
                _ => (i % 2 == 1 ? ["iam:PassRole", "sts:AssumeRole"] : new[] { "sts:Assume*" }, "sts:AssumeRole", $"arn:aws:iam::123456789012:role/app-{i}-{hex}{(i % 5 == 0 ? "" : "-*")}"),
            };
            bool deny = i % 50 == 49;
            string condition = deny
                ? "," + JsonParts.Condition("StringNotEquals", "aws:sourceVpce", JsonParts.List(Endpoints))
                : i % 10 == 3 ? "," + JsonParts.Condition("StringEquals", "aws:sourceVpce", JsonParts.List([Endpoints[i % 8], Endpoints[(i + 3) % 8]])) : "";
            string json = $$"""{"Sid":"S{{i}}","Effect":"{{(deny ? "Deny" : "Allow")}}","Action":{{JsonParts.List(actions)}},"Resource":"{{pattern}}"{{condition}}}""";
            return new Grant(json, deny, action, pattern.Replace('?', 'z').Replace("*", "abc", StringComparison.Ordinal));
        }

        private static string Bucket(int i, string hex)
        {
            if (i % 100 == 66) return $"arn:aws:s3:::*-logs-{hex}/*";
            return i % 7 == 0 ? $"arn:aws:s3:::app-bucket-{i}-{hex}/data/*/part-??.parquet" : $"arn:aws:s3:::app-bucket-{i}-{hex}/*";
        }
    }
}
