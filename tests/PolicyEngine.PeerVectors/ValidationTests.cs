using System.Text.Json;

namespace PolicyEngine.PeerVectors;

/// <summary>Documents that AWS refuses, as another project recorded it, and pairs of documents that another project compares.</summary>
public class ValidationTests(ITestOutputHelper output)
{
    [Fact]
    public void What_AWS_refuses_is_refused()
    {
        List<string> ids = [];
        List<string> agreeing = [];
        List<string> differing = [];
        foreach (string line in SharedMaterial.Lines("peer-vectors", "moto.jsonl.gz"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            if (!row.TryGetProperty("kind", out JsonElement kind) || kind.GetString() != "validation") continue;
            bool known = PolicyTypeNames.TryParse(row.GetProperty("policyType").GetString(), out PolicyType type);
            if (!known || type == PolicyType.Identity) type = PolicyType.Managed;
            JsonElement document = row.GetProperty("document");
            string text = document.ValueKind == JsonValueKind.String ? document.GetString()! : document.GetRawText();
            string answer = PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = type }).Success ? "Valid" : "Invalid";
            string expected = row.GetProperty("expected").GetString()!;
            string id = row.GetProperty("id").GetString()!;
            ids.Add(id);
            if (answer == expected) agreeing.Add(id);
            else differing.Add($"{id}: the peer says {expected}, we say {answer}");
        }

        Disagreement[] listed = [.. Disagreement.ReadAll().Where(row => ids.Contains(row.Id))];
        output.WriteLine(new PeerTally("moto, documents", agreeing, listed, []).ToString());
        Assert.Equal(listed.Select(static row => row.ToString()).Order(StringComparer.Ordinal), differing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pairs_are_read_and_written_alike()
    {
        int equal = 0;
        foreach (string line in SharedMaterial.Lines("peer-vectors", "policy-equivalence.jsonl.gz"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            PolicyDocument?[] pair = [Read(json.RootElement.GetProperty("policy1")), Read(json.RootElement.GetProperty("policy2"))];
            if (pair[0] is null || pair[1] is null || pair[0] != pair[1]) continue;
            equal++;
            Assert.Equal(PolicyWriter.Write(pair[0]!), PolicyWriter.Write(pair[1]!), StringComparer.Ordinal);
            Assert.NotEqual("Error", json.RootElement.GetProperty("expected").GetString(), StringComparer.Ordinal);
            Assert.NotEqual("Different", json.RootElement.GetProperty("expected").GetString(), StringComparer.Ordinal);
        }

        output.WriteLine($"{equal} pairs of equal trees");
        Assert.True(equal > 0);
    }

    private static PolicyDocument? Read(JsonElement text)
    {
        foreach (PolicyType type in (PolicyType[])[PolicyType.Identity, PolicyType.Resource, PolicyType.Trust])
        {
            if (PolicyParser.Parse(PolicyText.FromString(text.GetString() ?? ""), new PolicyParserOptions { Type = type }).Value is { } document) return document;
        }

        return null;
    }
}
