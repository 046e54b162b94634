using PolicyEngine.Cli.Commands;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Tests;

/// <summary>The summary of an explanation, whatever the width and whatever the texts.</summary>
public sealed class SummaryTests
{
    public static TheoryData<int> Widths => [40, 47, 60, 80, 120, 300];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Q34_nothing_wraps_into_the_first_column(int width)
    {
        string caller = "arn:aws:iam::123456789012:user/" + string.Concat(Enumerable.Repeat("界", 40));
        string[] arguments = ["explain", "--principal", caller, "--action", "secretsmanager:GetSecretValue", "--resource", "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3", "--identity", "Examples/identity.json", "--resource-policy", "Examples/secret-policy-1.json"];
        string[] lines = (await RunAsync(width, [.. arguments, "--source-ip", "203.0.113.7"])).Split('\n');
        Assert.StartsWith("✗ denied by", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..], static line => Assert.True(line.Length == 0 || line[0] == ' ', line));
        Assert.All(lines, line => Assert.True(TextFlow.CellsOf(line) <= width, line));
        string[] uncertain = (await RunAsync(width, arguments)).Split('\n');
        Assert.StartsWith("? not certain: explicitDeny", uncertain[0], StringComparison.Ordinal);
        Assert.All(uncertain[1..], static line => Assert.True(line.Length == 0 || line[0] == ' ' || line.Contains(": warning ", StringComparison.Ordinal) || line.StartsWith("Examples/", StringComparison.Ordinal), line));
    }

    [Theory]
    [InlineData("vpce-1", "vpce-2", "vpce-1", "vpce-2", 5, 1)]
    [InlineData("abc", "abXYc", "abc", "abXYc", 2, 2)]
    [InlineData("vpce-*", "vpce-2", "vpce-*", "vpce-2", 5, 0)]
    [InlineData("vpce-1", "(missing)", "vpce-1", "(missing)", 0, 0)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaac", "…aaaaaaaab", "…aaaaaaaac", 9, 1)]
    public void Q34_a_difference_is_marked_in_both_texts(string policy, string request, string shownPolicy, string shownRequest, int start, int length) =>
        Assert.Equal((shownPolicy, shownRequest, start, length), TextComparison.Cut(policy, request, policy.Length > 10 ? 10 : 40));

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(CliConsole.Unlimited)]
    public async Task Q34_a_policy_on_one_long_line_is_cut_around_the_carets(int width)
    {
        string others = string.Join(',', Enumerable.Repeat("""{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}""", 40));
        string policy = await WriteAsync("long-line", $$$$"""{"Version":"2012-10-17","Statement":[{{{{others}}}},{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}},{{{{others}}}}]}""");
        string[] lines = (await RunAsync(width, ["explain", "--principal", "arn:aws:iam::123456789012:user/Anika", "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", "--resource-policy", policy, "--source-ip", "203.0.113.7"])).Split('\n');
        string shown = Assert.Single(lines, static line => line.StartsWith("  1 | …", StringComparison.Ordinal));
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.True(TextFlow.CellsOf(shown) <= Math.Min(width, 160), shown);
        string carets = lines[Array.IndexOf(lines, shown) + 1];
        Assert.Equal("\"aws:SourceVpce\":\"vpce-1\"", shown[carets.IndexOf('^', StringComparison.Ordinal)..(carets.LastIndexOf('^') + 1)]);
    }

    [Fact]
    public async Task Q34_a_layer_that_cannot_be_decided_is_never_named_as_the_denier()
    {
        string rcp = await WriteAsync("rcp", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red"}}}]}""");
        string scp = await WriteAsync("scp", """{"Version":"2012-10-17","Statement":[{"Sid":"NoQueues","Effect":"Deny","Action":"sqs:*","Resource":"*"}]}""");
        string[] question = ["explain", "--principal", "arn:aws:iam::123456789012:user/Anika", "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", "--identity", "Examples/identity.json", "--rcp", rcp, "--source-ip", "203.0.113.7", "--unknown", "aws:PrincipalTag/team"];
        string certain = await RunAsync(CliConsole.Unlimited, [.. question, "--scp", scp]);
        Assert.Contains("'NoQueues' (serviceControl) [A-01]\n", certain, StringComparison.Ordinal);
        Assert.Contains("? resourceControl  ✗ serviceControl", certain, StringComparison.Ordinal);
        Assert.Contains("with an explicit deny in a service control policy", certain, StringComparison.Ordinal);
        string doubtful = await RunAsync(CliConsole.Unlimited, question);
        Assert.StartsWith("? not certain: explicitDeny", doubtful, StringComparison.Ordinal);
        Assert.Contains("? resourceControl  · serviceControl", doubtful, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS says", doubtful, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(string name, string text)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"summary-{name}.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken).ConfigureAwait(false);
        return path;
    }

    private static async Task<string> RunAsync(int width, string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = Stream.Null, Output = output, Error = error, Width = width };
        Assert.Equal((int)ExitCode.Success, await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false));
        return output.ToString();
    }
}
