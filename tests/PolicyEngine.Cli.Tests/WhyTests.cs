using System.Text.Json;
using PolicyEngine.Cli.Commands;
using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Cli.Tests;

/// <summary><c>why</c>: every rule in every form.</summary>
public sealed class WhyTests
{
    private const string LinkStart = "\u001b]8;";

    public static TheoryData<string> Rules => [.. RuleBook.Rules.Select(static rule => rule.Id)];

    /// <summary>However narrow the terminal is, no line is cut by it: what is indented stays so.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Keeps_its_indent_in_a_narrow_terminal(string id)
    {
        foreach (int width in (int[])[60, 120])
        {
            string[] lines = (await RunAsync(width, hasColour: false, "why", id)).TrimEnd('\n').Split('\n');
            Assert.StartsWith("https://", lines[^1], StringComparison.Ordinal);
            Assert.All(lines[..^1], line => Assert.True(line.Length <= width, line));
            int text = Array.IndexOf(lines, "");
            Assert.Equal(RuleBook.Find(id)!.ToString(), string.Join(' ', lines[..text]));
            Assert.All(lines[text..^1].Where(static line => line.Length > 0), static line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        }
    }

    /// <summary>Nothing of the text is lost, and no mark of Markdown is left.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Prints_all_words(string id)
    {
        string printed = await RunAsync(CliConsole.Unlimited, hasColour: false, "why", id);
        foreach (MarkdownBlock block in MarkdownBlock.Read(RuleBook.Find(id)!.Text))
        {
            IEnumerable<string> lines = block switch
            {
                MarkdownBlock.TextBlock text => [text.Text],
                MarkdownBlock.TableBlock table => table.Rows.SelectMany(static row => row),
                _ => [],
            };
            foreach (MarkdownRun[] runs in lines.Select(static line => MarkdownRun.Read(line).ToArray()))
            {
                Assert.Contains(string.Concat(runs.Select(static run => run.Kind == MarkdownRunKind.Reference ? run.Raw : run.Text)), printed, StringComparison.Ordinal);
                Assert.All(runs.Where(static run => run.Kind == MarkdownRunKind.Plain), static run => Assert.DoesNotContain(run.Text, static c => c is '`' or '*' or '|'));
            }
        }
    }

    [Fact]
    public async Task Links_rule_and_sources_where_the_terminal_has_colours()
    {
        string printed = await RunAsync(60, hasColour: true, "why", "L-61");
        Assert.Contains(LinkStart, printed, StringComparison.Ordinal);
        Assert.Contains("reference_policies_elements_action.html", printed, StringComparison.Ordinal);
        Assert.Contains("actions-and-resources.md#l-61", printed[..printed.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal);
        string plain = await RunAsync(60, hasColour: false, "why", "L-61");
        Assert.DoesNotContain('\u001b', plain);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Writes_one_object_a_line(string id)
    {
        string[] lines = (await RunAsync(60, hasColour: true, "why", id, "L-1", "--format", "json")).TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using JsonDocument json = JsonDocument.Parse(lines[0]);
        Assert.Equal(["rule", "title", "text", "example", "source", "sources", "confidence", "page", "url"], json.RootElement.EnumerateObject().Select(static member => member.Name), StringComparer.Ordinal);
        Assert.Equal(id, json.RootElement.GetProperty("rule").GetString());
        Assert.EndsWith($"{json.RootElement.GetProperty("page")}#{id.ToLowerInvariant()}", json.RootElement.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The numbers are in two parts here, because none of the whole ones is a rule.</summary>
    [Theory]
    [InlineData("A-", "45", "A-44")]
    [InlineData("A-", "999", "A-123")]
    [InlineData("L-", "0", "L-1")]
    [InlineData("a", "30", "A-30")]
    [InlineData("A-", "030", "A-30")]
    [InlineData("X-", "114", null)]
    [InlineData("", "99999999999", null)]
    [InlineData("deny", "", null)]
    [InlineData("", "", null)]
    public async Task Names_the_nearest_of_a_rule_that_is_none(string start, string number, string? nearest)
    {
        string text = start + number;
        ToolRun run = await ToolRun.RunAsync("", "why", "A-01", text);
        Assert.Equal((int)ExitCode.Usage, run.Code);
        Assert.Empty(run.Output);
        string hint = nearest is null ? "rules are numbered L-n, A-n, Q-n and C-n" : $"the nearest is {RuleBook.Find(nearest)}";
        Assert.Equal($"policyengine: there is no rule '{text}'; {hint}; try --help\n", run.Error);
    }

    private static async Task<string> RunAsync(int width, bool hasColour, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = Stream.Null, Output = output, Error = error, Width = width, HasColour = hasColour };
        int code = await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false);
        Assert.True(code == (int)ExitCode.Success, error.ToString());
        return output.ToString();
    }
}
