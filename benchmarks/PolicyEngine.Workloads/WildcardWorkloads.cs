namespace PolicyEngine.Workloads;

/// <summary>W6: patterns of many stars, and star bombs, which cost a naive matcher far more than the length of the text.</summary>
internal static class WildcardWorkloads
{
    private static readonly string[] Actions = ["s3:*Object*", "s3:Get?bject", "s3:*Get*", "s3:G*t*ct", "s3:*"];
    private static readonly KeyTexts[] Keys = KeyTexts.Of(("aws:SourceIp", "10.0.0.1"));

    /// <summary>50 statements of two resource patterns with several stars each.</summary>
    internal static Workload Make()
    {
        Draws draws = new(777);
        List<string> statements = [];
        List<string> instances = [];
        for (int i = 0; i < 50; i++)
        {
            string[] parts = [.. Enumerable.Range(0, 3 + draws.Below(4)).Select(_ => Piece(draws))];
            string bucket = $"arn:aws:s3:::*{string.Join('*', parts)}{(i % 2 == 1 ? "?" : "")}*{Piece(draws)}";
            string any = $"arn:aws:s3:::{string.Join("?*", parts)}-{i}*";
            statements.Add($$"""{"Sid":"W{{i}}","Effect":"{{(i % 9 == 8 ? "Deny" : "Allow")}}","Action":"{{Actions[i % 5]}}","Resource":{{JsonParts.List([bucket, any])}}}""");
            instances.Add(bucket.Replace("*", "zz", StringComparison.Ordinal).Replace('?', 'q'));
        }

        return Of("W6", statements,
        [
            Ask("short", "arn:aws:s3:::abcdefghabcdefgh/abcdef"),
            Ask("long", "arn:aws:s3:::" + string.Concat(Enumerable.Range(0, 25).Select(_ => Piece(draws) + "/"))),
            Ask("miss", "arn:aws:s3:::" + string.Concat(Enumerable.Repeat("xyz", 20))),
            Ask("other action", "arn:aws:s3:::abcdef") with { Action = "s3:PutBucketPolicy" },
            Ask("an allow in the middle", instances[25]), Ask("the last allow", instances[48]), Ask("a deny", instances[26]),
        ]);
    }

    /// <summary>Patterns <c>a*</c> repeated, against many letters <c>a</c>: a miss and a hit.</summary>
    internal static Workload Bomb(string name, int stars, int letters, int patterns)
    {
        string bomb = string.Concat(Enumerable.Repeat("a*", stars));
        string text = "arn:aws:s3:::bkt/" + new string('a', letters);
        return Of(name, Enumerable.Range(0, patterns).Select(i => $$"""{"Sid":"A{{i}}","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/{{bomb}}b{{i}}"}"""),
            [Ask("miss", text), Ask("hit", text + "b0")]);
    }

    private static string Piece(Draws draws)
    {
        int start = draws.Below(4);
        int end = 4 + draws.Below(4);
        return "abcdefgh"[start..end];
    }

    private static RequestTexts Ask(string name, string resource) => new(name, GrowthWorkload.Role, "s3:GetObject", resource, Keys);

    private static Workload Of(string name, IEnumerable<string> statements, RequestTexts[] requests) =>
        new(name, [new(PolicyType.Identity, "", JsonParts.Document(statements))], requests);
}
