using System.Text.Json;
using PolicyEngine.Checks;

namespace PolicyEngine.PeerVectors;

/// <summary>Real policies: every AWS managed one, and the examples of documentation and public repositories.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_AWS_managed_policy_parses_strictly_and_round_trips()
    {
        PolicyParserOptions options = new() { Type = PolicyType.Managed };
        AuthorizationRequest request = new(RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/Alice"), "s3:GetObject", "arn:aws:s3:::b/k");
        List<Finding> alarms = [];
        int count = 0;
        foreach (string line in SharedMaterial.Lines("corpora", "aws-managed-policies.jsonl.gz"))
        {
            PolicyDocument document = PolicyParser.Parse(PolicyText.FromString(line), options).GetValueOrThrow();
            alarms.AddRange(PolicyChecker.Check(document).Where(IsAboutEndpoints));
            string written = PolicyWriter.Write(document);
            Assert.Equal(document, PolicyParser.Parse(PolicyText.FromString(written), options).Value);
            Assert.Equal(document, PolicyParser.Parse(PolicyText.FromString(PolicyWriter.Write(document, indented: true)), options).Value);
            Assert.Equal(written, PolicyWriter.Write(PolicyParser.Parse(PolicyText.FromString(written), options).Value!));
            CompiledPolicy policy = PolicyCompiler.Compile(document);
            PolicyEvaluator evaluator = new();
            Assert.Equal(evaluator.Evaluate(policy, request).Decision, evaluator.Explain(policy, request).Decision);
            count++;
        }

        output.WriteLine($"{count} managed policies");
        Assert.True(count >= 1_594);
        Assert.Empty(alarms);

        // AWS's own policies name no Region or account that cannot exist, and pin nothing to a network by halves.
        static bool IsAboutEndpoints(Finding finding) => string.CompareOrdinal(finding.Id, "PE4024") >= 0 && string.CompareOrdinal(finding.Id, "PE4035") <= 0;
    }

    /// <summary>Each example parses, or its refusal is in the list with the reason.</summary>
    [Fact]
    public void Every_public_example_parses_or_is_refused_for_a_stated_reason()
    {
        HashSet<string> ids = [];
        List<string> refused = [];
        foreach (string line in SharedMaterial.Lines("corpora", "public-policies.jsonl.gz"))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            string text = json.RootElement.GetProperty("text").GetString()!;
            PolicyParserOptions options = new() { Type = TypeOf(json.RootElement.GetProperty("file").GetString()!, text) };
            ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(text, id), options);
            ids.Add(id);
            if (result.Success) Assert.Equal(result.Value, PolicyParser.Parse(PolicyText.FromString(PolicyWriter.Write(result.Value)), options).Value);
            else refused.Add($"{id}\t{string.Join(' ', result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}");
        }

        output.WriteLine($"{ids.Count} examples, {refused.Count} refused");
        Assert.Equal(Refusal.ReadAll().Where(row => ids.Contains(row.Id)).Select(static row => $"{row.Id}\t{row.Cause}").Order(StringComparer.Ordinal), refused.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static PolicyType TypeOf(string file, string text)
    {
        if (file.Contains("service_control", StringComparison.Ordinal)) return PolicyType.ServiceControl;
        if (file.Contains("vpc_endpoint", StringComparison.Ordinal)) return PolicyType.VpcEndpoint;
        bool isRcp = file.Contains("resource_control", StringComparison.Ordinal) && !file.Contains("service_specific", StringComparison.Ordinal);
        if (isRcp) return PolicyType.ResourceControl;
        if (!text.Contains("Principal\"", StringComparison.Ordinal)) return PolicyType.Identity;
        return text.Contains("Resource\"", StringComparison.Ordinal) ? PolicyType.Resource : PolicyType.Trust;
    }
}
