using System.Buffers;
using System.Text;
using System.Text.Json;
using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Explanation;

/// <summary>Explanations as text and as JSON.</summary>
public class ExplanationOutputTests
{
    private const string Deny = """{"Version":"2012-10-17","Statement":[{"Sid":"NoGet","Effect":"Deny","Action":"s3:Get*","Resource":"*","Condition":{"StringEquals":{"k:v":"1"}}}]}""";
    private static readonly RequestContext Unknown = new RequestContextBuilder().SetUnknown("k:v").Set("k:w", ContextValue.OfList("a", "b")).Build();

    private static AuthorizationExplanation OfSet => new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity)).With(PolicyType.PermissionsBoundary, PolicySets.Everything(PolicyType.PermissionsBoundary), Deny)
        .Explain(PolicySets.Ask(context: Unknown));

    private static PolicyExplanation OfPolicy => TestPolicy.Evaluator.Explain(TestPolicy.Compile(Deny), PolicySets.Ask(context: TestPolicy.Context(("k:v", "1"))));

    [Fact]
    public void The_text_of_one_policy_is_a_tree_of_statements_and_elements() => Assert.Equal(
        """
        explicitDeny, because a Deny statement applies
          arn:aws:iam::111122223333:user/Alice asks for s3:GetObject on arn:aws:s3:::b/k
        identity policy  :1:1
        └── ✗ Statement[0] 'NoGet' Deny applies  :1:38
            ├── ✓ Action policy 's3:Get*', request 's3:GetObject'  :1:78
            ├── ✓ Resource policy '*', request 'arn:aws:s3:::b/k'  :1:99
            └── ✓ Condition  :1:115
                └── ✓ StringEquals k:v policy '1', request '1'  :1:132
        """.ReplaceLineEndings("\n"),
        OfPolicy.ToText());

    [Fact]
    public void The_text_of_all_policies_names_what_the_decision_depends_on()
    {
        string[] lines = OfSet.ToText().Split('\n');
        Assert.StartsWith("explicitDeny, because a Deny statement applies in permissionsBoundary [A-01]; this is uncertain", lines[0], StringComparison.Ordinal);
        Assert.Equal("  it would be allowed if these turned out well: k:v", lines[2]);
        Assert.StartsWith("  taken as not attached: resourceControl, serviceControl", lines[3], StringComparison.Ordinal);
        Assert.Equal("policies that apply", lines[4]);
        Assert.Contains("PE5002", lines[^1], StringComparison.Ordinal);
        Assert.Equal(lines[..4], OfSet.ToText(new ExplanationTextOptions { ShowsTree = false, ShowsDiagnostics = false }).Split('\n'));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    [InlineData(100)]
    public void No_line_is_longer_than_the_width_and_no_word_is_lost(int width)
    {
        string text = OfSet.ToText(new ExplanationTextOptions { Width = width });
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.Equal(Words(OfSet.ToText()), Words(text));

        static string Words(string shown) => string.Concat(shown.Where(static c => !char.IsWhiteSpace(c) && !"├└─│".Contains(c, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_JSON_of_all_policies_has_the_documented_members()
    {
        JsonElement json = Read(OfSet.WriteTo);
        Assert.Equal(
            ["decision", "certain", "optimistic", "dependsOn", "reason", "rule", "helpUri", "deniers", "grant", "message", "none", "request", "layers", "diagnostics"],
            json.EnumerateObject().Select(static member => member.Name), StringComparer.Ordinal);
        Assert.Equal(("explicitDeny", "allowed", "k:v"), (json.GetProperty("decision").GetString(), json.GetProperty("optimistic").GetString(), json.GetProperty("dependsOn")[0].GetString()));
        Assert.EndsWith("#a-01", json.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        JsonElement request = json.GetProperty("request");
        Assert.Equal(("user", "s3:GetObject", "k:v"), (request.GetProperty("principal").GetProperty("type").GetString(), request.GetProperty("action").GetString(), request.GetProperty("unknown")[0].GetString()));
        Assert.Equal("""["a","b"]""", request.GetProperty("context").GetProperty("k:w").GetRawText());
        JsonElement boundary = json.GetProperty("layers").EnumerateArray().Single(static layer => layer.GetProperty("kind").GetString() == "permissionsBoundary");
        Assert.Equal(("denies", true), (boundary.GetProperty("outcome").GetString(), boundary.GetProperty("denier").GetBoolean()));
        JsonElement statement = boundary.GetProperty("policies")[1].GetProperty("statements")[0];
        Assert.Equal(("NoGet", "Deny", "indeterminate", "A-91"), (statement.GetProperty("sid").GetString(), statement.GetProperty("effect").GetString(), statement.GetProperty("match").GetString(), statement.GetProperty("rule").GetString()));
        Assert.Equal("PE5002", json.GetProperty("diagnostics")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void The_JSON_of_one_policy_has_the_documented_members()
    {
        JsonElement json = Read(OfPolicy.WriteTo);
        Assert.Equal(
            ["decision", "certain", "reason", "rule", "helpUri", "request", "policy", "file", "statements", "diagnostics"],
            json.EnumerateObject().Select(static member => member.Name), StringComparer.Ordinal);
        JsonElement key = json.GetProperty("statements")[0].GetProperty("elements")[2].GetProperty("children")[0];
        Assert.Equal(
            ["label", "path", "match", "policyText", "requestText", "reason", "rule", "helpUri", "line", "column", "children"],
            key.EnumerateObject().Select(static member => member.Name), StringComparer.Ordinal);
        Assert.Equal(("StringEquals k:v", "true", 1, 132), (key.GetProperty("label").GetString(), key.GetProperty("match").GetString(), key.GetProperty("line").GetInt32(), key.GetProperty("column").GetInt32()));
    }

    /// <summary>A document that was built has no text, and so no places.</summary>
    [Fact]
    public void A_document_without_text_is_explained_without_places()
    {
        PolicyDocument built = TestPolicy.Parse(Deny).GetValueOrThrow() with { Source = null };
        PolicyExplanation explanation = TestPolicy.Evaluator.Explain(PolicyCompiler.Compile(built), PolicySets.Ask());
        Assert.DoesNotContain(":1:", explanation.ToText(), StringComparison.Ordinal);
        JsonElement json = Read(explanation.WriteTo);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (json.GetProperty("file").ValueKind, json.GetProperty("statements")[0].GetProperty("line").ValueKind));
    }

    private static JsonElement Read(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer)) write(json);
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan));
        return document.RootElement.Clone();
    }
}
