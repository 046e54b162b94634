using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace PolicyEngine.Workloads;

/// <summary>W9: documents to parse, of 1, 6 and 20 KB, and the managed policies of AWS where they are beside the repository.</summary>
public static class ParseDocuments
{
    /// <summary>The name of the managed policies.</summary>
    public const string Managed = "managed policies";

    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal) { ["1 KB"] = 1_024, ["6 KB"] = 6_144, ["20 KB"] = 20_480 };

    /// <summary>The names of what can be parsed here.</summary>
    public static IEnumerable<string> Names => [.. Sizes.Keys, .. PathOfManaged is null ? Array.Empty<string>() : [Managed]];

    private static string? PathOfManaged { get; } = FindManaged();

    /// <summary>The documents of a name, as UTF-8.</summary>
    public static byte[][] Load(string name) => name == Managed ? LoadManaged() : [Encoding.UTF8.GetBytes(Make(Sizes[name]))];

    /// <summary>Alternates generated statements with those of W4 until the size is reached.</summary>
    private static string Make(int bytes)
    {
        Draws draws = new(99);
        using JsonDocument team = JsonDocument.Parse(WorkloadPolicy.ReadFile("identity-20"));
        string[] own = [.. team.RootElement.GetProperty("Statement").EnumerateArray().Select(static statement => Minify(statement))];
        List<string> statements = [];
        int size = JsonParts.Document([]).Length;
        while (true)
        {
            int i = statements.Count;
            string next = i % 2 == 1
                ? own[(i >> 1) % own.Length].Replace("\"Sid\":\"", $"\"Sid\":\"N{i}", StringComparison.Ordinal)
                : $$"""{"Sid":"S{{i}}","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::app-{{draws.Hex(8)}}/*"],{{Condition(draws)}} }""";
            size += next.Length + 1;
            if (size > bytes) return JsonParts.Document(statements);
            statements.Add(next);
        }
    }

    private static string Condition(Draws draws) => JsonParts.Condition("StringEquals", "aws:sourceVpce", JsonParts.List(["vpce-" + draws.Hex(17)]));

    private static string Minify(JsonElement element)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream)) element.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[][] LoadManaged()
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(PathOfManaged!), CompressionMode.Decompress));
        List<byte[]> documents = [];
        while (reader.ReadLine() is { } line) documents.Add(Encoding.UTF8.GetBytes(line));
        return [.. documents];
    }

    private static string? FindManaged()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyEngine.sln"))) folder = folder.Parent;
        string path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "corpora", "aws-managed-policies.jsonl.gz");
        return File.Exists(path) ? path : null;
    }
}
