using PolicyEngine.Cli.Commands;

namespace PolicyEngine.Cli.Tests;

/// <summary>Rules that findings and explanations name in brackets are links where the terminal has colours.</summary>
public sealed class RuleLinkTests
{
    private const string Policy = """{"Version":"2008-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"*","Resource":"arn:aws:s3:::${aws:username}"}}""";

    private const string Case = """
        {"id":"1","policies":{"resource":{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpce":"[A-30]"}}}}},
         "request":{"principal":"arn:aws:iam::123456789012:user/u","action":"s3:GetObject","resource":"arn:aws:s3:::b/k","resourceAccount":"123456789012","context":{}}}
        """;

    [Fact]
    public async Task Findings_lead_to_each_of_their_rules()
    {
        string printed = await RunAsync(hasColour: true, Policy, "check", "-", "--type", "resource");
        Assert.Contains("policy-variables.md#l-172", printed, StringComparison.Ordinal);
        Assert.Contains("endpoint-policies.md#a-86", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanations_lead_to_the_rules_of_decision_layers_and_matches()
    {
        string printed = await RunAsync(hasColour: true, Case, "explain", "-", "--all");
        foreach (string rule in (string[])["all-policies.md#a-02", "conditions.md#l-114"]) Assert.Contains(rule, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_colours_nothing_is_added()
    {
        Assert.DoesNotContain('\u001b', await RunAsync(hasColour: false, Policy, "check", "-", "--type", "resource"));
        Assert.DoesNotContain('\u001b', await RunAsync(hasColour: false, Case, "explain", "-"));
    }

    private static async Task<string> RunAsync(bool hasColour, string input, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        CliConsole console = new() { Input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), Output = output, Error = error, HasColour = hasColour };
        await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false);
        return output.ToString();
    }
}
