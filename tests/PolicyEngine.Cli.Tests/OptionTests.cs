using System.Globalization;

namespace PolicyEngine.Cli.Tests;

/// <summary>A name means the same wherever it stands, and help tells of it: options by the command that takes them, and exit codes.</summary>
public sealed class OptionTests
{
    private const string Decides = "explain evaluate test";
    private const string Compares = $"{Decides} compare";
    private const string Everything = "explain evaluate test compare check expand actions catalogue-info catalogue-update request why data endpoint-resolve";

    /// <summary>The options that several commands may have, and those that have them.</summary>
    private static readonly Dictionary<string, string> Shared = new(StringComparer.Ordinal)
    {
        ["--identity"] = Compares,
        ["--resource-policy"] = Compares,
        ["--boundary"] = Compares,
        ["--session"] = Compares,
        ["--scope-down"] = Compares,
        ["--scp"] = Compares,
        ["--rcp"] = Compares,
        ["--access-point-policy"] = Compares,
        ["--endpoint-policy"] = Compares,
        ["--override"] = Compares,
        ["--none"] = Compares,
        ["--unknown"] = Compares,
        ["--absent"] = Decides,
        ["--layer"] = Decides,
        ["--organization"] = Compares,
        ["--inventory"] = $"{Compares} request endpoint-resolve",
        ["--principal"] = "explain",
        ["--action"] = "explain",
        ["--resource"] = "explain actions",
        ["--role-arn"] = "explain",
        ["--session-name"] = "explain",
        ["--resource-account"] = "explain",
        ["--through"] = "explain",
        ["--from"] = "explain",
        ["--source-ip"] = "explain",
        ["--on-behalf"] = "explain",
        ["--service-network"] = "explain",
        ["--region"] = "explain",
        ["--time"] = "explain",
        ["--context"] = "explain",
        ["--tag"] = "explain",
        ["--url"] = "explain",
        ["--urls"] = "endpoint-resolve",
        ["--type"] = "check",
        ["--service"] = "check explain evaluate test actions",
        ["--resource-type"] = "check actions",
        ["--endpoint-service"] = "check",
        ["--parse"] = $"{Compares} check expand",
        ["--actions"] = "check expand actions",
        ["--catalogue"] = "check expand actions",
        ["--source"] = "catalogue-update",
        ["--expect"] = "explain",
        ["--fail-on"] = "check test compare",
        ["--before"] = "compare",
        ["--after"] = "compare",
        ["--all"] = "explain expand",
        ["--details"] = "evaluate",
        ["--format"] = Everything,
        ["--output"] = Everything,
        ["--color"] = Everything,
        ["--help"] = Everything,
    };

    /// <summary>The options of one command alone.</summary>
    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["explain"] = ["--id", "--show-request", "--others"],
        ["request"] = ["--cloudtrail"],
        ["expand"] = ["--policy"],
        ["actions"] = ["--level", "--key", "--operation"],
        ["catalogue-update"] = ["--reference"],
        ["check"] = ["--profile", "--set"],
        ["endpoint-resolve"] = ["--vpc", "--route-table", "--via-inbound-resolver"],
    };

    private static readonly string[] EndWithOne = ["check", "test", "explain", "compare", "expand"];

    public static TheoryData<string> Commands => [.. Everything.Split(' ')];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_option_is_one_that_the_command_may_have(string command)
    {
        string help = await HelpAsync(command);
        string[] options = [.. WordsAfter(help, "Options:").Select(static words => Array.Find(words, static word => word.StartsWith("--", StringComparison.Ordinal))).OfType<string>()];
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.True(
            (Shared.TryGetValue(option, out string? commands) && commands.Split(' ').Contains(command, StringComparer.Ordinal)) || Own.GetValueOrDefault(command, []).Contains(option, StringComparer.Ordinal), option));
        Assert.All((string[])["--format", "--output", "--color"], option => Assert.Contains(option, options, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_lists_the_exit_codes_of_the_command_alone(string command)
    {
        string help = await HelpAsync(command);
        int[] codes = [.. WordsAfter(help, "Exit codes:").Select(static words => int.Parse(words[0], CultureInfo.InvariantCulture))];
        Assert.Equal(EndWithOne.Contains(command, StringComparer.Ordinal) ? [0, 1, 2, 3, 130] : [0, 2, 3, 130], codes);
    }

    /// <summary>All commands that there are stand in the lists of this file.</summary>
    [Fact]
    public async Task Every_command_is_known_here()
    {
        string help = (await ToolRun.RunAsync("", "--help")).Output;
        string[] names = [.. WordsAfter(help, "Commands:").Select(static words => words[0])];
        Assert.Equal(Everything.Split(' ').Select(static name => name.Split('-')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static async Task<string> HelpAsync(string command) => (await ToolRun.RunAsync("", [.. command.Split('-'), "--help"]).ConfigureAwait(false)).Output;

    /// <summary>The words of each line of a section of help.</summary>
    private static IEnumerable<string[]> WordsAfter(string help, string heading) => help[(help.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..].Split('\n').Skip(1)
        .TakeWhile(static line => line.StartsWith("  ", StringComparison.Ordinal)).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
