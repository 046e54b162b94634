using System.Text;
using System.Text.Json.Nodes;
using PolicyEngine.Cli;
using PolicyEngine.Cli.Commands;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Conformance;

/// <summary>Each case of where a host leads, against the library and the tool: all members are as expected, and no others are there.</summary>
public sealed class HostTests
{
    private static readonly Dictionary<string, VpcEndpointInventory> Inventories =
        HostCase.All.Select(static c => c.Inventory).Distinct(StringComparer.Ordinal).ToDictionary(static json => json, VpcEndpointInventory.Parse, StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. HostCase.All.Select(static c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_library_resolves_as_expected(string id)
    {
        HostCase question = HostCase.All.Single(c => c.Id == id);
        EndpointClient client = new() { VpcId = question.ClientVpc, RouteTableId = question.RouteTable, ViaInboundResolver = question.ViaInboundResolver };
        EndpointResolution resolution = Inventories[question.Inventory].Resolve(question.Url, client);
        AssertSame(question, ResolutionJson.Write(resolution));
        Assert.False(resolution.Reason.EndsWith('.'));
        Assert.Equal(resolution.Status is EndpointResolutionStatus.Resolved or EndpointResolutionStatus.NotAvailable, resolution.Endpoint is not null);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_tool_resolves_as_expected(string id)
    {
        HostCase question = HostCase.All.Single(c => c.Id == id);
        List<string> arguments = ["endpoint", "resolve", question.Url, "--inventory", "-", "--format", "json"];
        if (question.ClientVpc is { } vpc) arguments.AddRange(["--vpc", vpc]);
        if (question.RouteTable is { } table) arguments.AddRange(["--route-table", table]);
        if (question.ViaInboundResolver) arguments.Add("--via-inbound-resolver");
        using StringWriter output = new();
        using StringWriter error = new();
        CliConsole console = new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(question.Inventory)), Output = output, Error = error };
        int code = await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken);
        Assert.True(code == (int)ExitCode.Success, error.ToString());
        AssertSame(question, output.ToString());
    }

    [Fact]
    public void Every_case_has_an_id_of_its_own() => Assert.Equal(HostCase.All.Count, HostCase.All.Select(static c => c.Id).Distinct(StringComparer.Ordinal).Count());

    private static void AssertSame(HostCase question, string printed) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(question.Expected.GetRawText()), JsonNode.Parse(printed)), $"{question.Url}\n{question.Expected}\n{printed}");
}
