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

    private static async Task<string> RunAsync(int width, string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = Stream.Null, Output = output, Error = error, Width = width };
        Assert.Equal((int)ExitCode.Success, await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false));
        return output.ToString();
    }
}
