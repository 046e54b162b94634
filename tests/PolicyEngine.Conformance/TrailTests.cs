using System.Text;
using System.Text.Json;
using PolicyEngine.Cli;
using PolicyEngine.Cli.Commands;
using PolicyEngine.Cli.Output;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Conformance;

/// <summary>Each record of a trail against the library and the tool.</summary>
public sealed class TrailTests
{
    public static TheoryData<string> Ids => [.. TrailCase.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Reconstructs_as_expected(string id)
    {
        TrailCase question = TrailCase.All[id];
        RecordReconstruction request = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(question.Record.GetRawText()), question.Options);
        Check(question.Expected, JsonDocument.Parse(ReconstructionJson.Write(request)).RootElement);
        if (question.Expected.TryGetProperty("denial", out JsonElement denial)) CheckDenial(denial, request.Denial);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_tool_prints_the_same(string id)
    {
        TrailCase question = TrailCase.All[id];
        string inventory = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(inventory, question.Inventory, TestContext.Current.CancellationToken);
            using StringWriter output = new();
            using StringWriter error = new();
            CliConsole console = new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(question.Record.GetRawText())), Output = output, Error = error };
            int code = await CommandLineTool.RunAsync(["request", "--cloudtrail", "-", "--inventory", inventory], console, TestContext.Current.CancellationToken);
            Assert.Equal((0, ""), (code, error.ToString()));
            Check(question.Expected, JsonDocument.Parse(output.ToString()).RootElement);
        }
        finally
        {
            File.Delete(inventory);
        }
    }

    private static void Check(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetProperty("disposition").GetString(), actual.GetProperty("disposition").GetString());
        Assert.Equal(expected.GetProperty("disposition").GetString() != "request", actual.TryGetProperty("reason", out _));
        foreach (string list in (string[])["actions", "resources"])
        {
            if (expected.TryGetProperty(list, out JsonElement values)) Assert.Equal(values.GetRawText().Replace(" ", "", StringComparison.Ordinal), actual.GetProperty(list).GetRawText().Replace(" ", "", StringComparison.Ordinal));
        }

        CheckMembers(expected, "principal", actual, "principal");
        CheckMembers(expected, "ctx", actual, "context");
        foreach (string list in (string[])["absent", "unknown"])
        {
            if (expected.TryGetProperty(list, out JsonElement names)) Assert.Empty(Texts(names).Except(Texts(actual.GetProperty(list)), StringComparer.Ordinal));
        }
    }

    private static void CheckMembers(JsonElement expected, string name, JsonElement actual, string actualName)
    {
        if (!expected.TryGetProperty(name, out JsonElement members)) return;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            string spelled = member.Name switch
            {
                "userArn" => "issuerArn",
                "serviceLinkedRole" => "isServiceLinkedRole",
                string other => other,
            };
            string found = actual.GetProperty(actualName).TryGetProperty(spelled, out JsonElement value) ? value.ToString() : "";
            Assert.Equal($"{spelled}={member.Value}", $"{spelled}={found}");
        }
    }

    private static void CheckDenial(JsonElement expected, AccessDenial? actual)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.Null(actual);
            return;
        }

        Assert.NotNull(actual);
        string effect = actual.Effect?.ToString() ?? "Unknown";
        Assert.Equal(expected.GetProperty("effect").GetString(), char.ToLowerInvariant(effect[0]) + effect[1..]);
        string? kind = actual switch
        {
            { PolicyType: null } => null,
            { PolicyType: PolicyType.ServiceControl } => "scp",
            { PolicyType: PolicyType.ResourceControl } => "rcp",
            { PolicyType: { } other } => PolicyTypeNames.NameOf(other),
        };
        Assert.Equal(expected.GetProperty("policyType").GetString(), kind);
        if (expected.TryGetProperty("policyArn", out JsonElement arn)) Assert.Equal(arn.GetString(), actual.PolicyArn);
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(static item => item.GetString()!);
}
