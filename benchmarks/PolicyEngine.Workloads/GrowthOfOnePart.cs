namespace PolicyEngine.Workloads;

/// <summary>W5L and W5C: statements that differ only behind a leading star of the resource, or only in one condition value.</summary>
internal static class GrowthOfOnePart
{
    private const string Get = "s3:GetObject";
    private static readonly double[] Places = [0, 0.5, 0.99];
    private static readonly KeyTexts[] Keys = KeyTexts.Of(("aws:SourceIp", "10.0.0.1"), ("aws:sourceVpce", "vpce-none"));

    internal static Workload LeadingStars(int count)
    {
        Draws draws = new((uint)(31337 + count));
        string[] names = [.. Enumerable.Range(0, count).Select(_ => draws.Hex(8))];
        IEnumerable<string> statements = names.Select(static (name, i) =>
            $$"""{"Effect":"{{(i % 40 == 39 ? "Deny" : "Allow")}}","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::*-{{name}}-logs/*"}""");
        RequestTexts first = Ask("hit 0", Get, ObjectOf(names[0]));
        return Of($"W5L-{count}", statements,
        [
            .. Places.Select(place => Ask($"hit {place}", Get, ObjectOf(names[(int)(count * place)]))),
            Ask("no bucket", Get, ObjectOf("deadbeef")),
            first with { Name = "no action", Action = "s3:DeleteBucket" },
        ]);
    }

    internal static Workload ConditionValues(int count)
    {
        Draws draws = new((uint)(41337 + count));
        string[] endpoints = [.. Enumerable.Range(0, count).Select(_ => "vpce-" + draws.Hex(17))];
        IEnumerable<string> statements = endpoints.Select(static endpoint =>
            $$"""{"Effect":"Allow","Action":"s3:*","Resource":"*",{{JsonParts.Condition("StringEquals", "aws:sourceVpce", JsonParts.List([endpoint]))}} }""");
        RequestTexts miss = Ask("other endpoint", Get, "arn:aws:s3:::b/k");
        return Of($"W5C-{count}", statements,
        [
            .. Places.Select(place => miss.With("aws:sourceVpce", endpoints[(int)(count * place)]) with { Name = $"hit {place}" }),
            miss,
            miss with { Name = "no endpoint", Context = KeyTexts.Of(("aws:SourceIp", "10.0.0.1")) },
        ]);
    }

    private static string ObjectOf(string name) => $"arn:aws:s3:::corp-data-{name}-logs/2026/11/part-1";

    private static RequestTexts Ask(string name, string action, string resource) => new(name, GrowthWorkload.Role, action, resource, Keys);

    private static Workload Of(string name, IEnumerable<string> statements, RequestTexts[] requests) =>
        new(name, [new(PolicyType.Identity, "", JsonParts.Document(statements))], requests);
}
