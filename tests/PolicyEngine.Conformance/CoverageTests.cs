using System.Text.Json;
using PolicyEngine.Cli;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Commands;
using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Conformance;

/// <summary>All cases together.</summary>
public sealed class CoverageTests
{
    /// <summary>Rules that no case of the tool can exercise, each with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutCases = Reasons(
        (["A-62", "A-63", "A-64", "A-65"], "reading of endpoints: tests of their own"),
        (["A-66", "A-67", "A-68", "A-69", "A-70"], "hosts of endpoints: cases of another shape, in hosts"),
        (["A-78"], "ids of endpoints in records: cases of another shape, in trail"),
        (["A-89"], "the state of an endpoint is no part of a request"),
        (["A-98"], "contradictions are errors, and a case expects a decision"),
        (["A-100", "A-101", "A-102", "A-103", "A-104", "A-105", "A-106", "A-107", "A-108", "A-109", "A-110", "A-111", "A-112", "A-113", "A-114", "A-115", "A-116"],
            "CloudTrail records: cases of another shape, in trail"),
        (["A-120", "A-121", "A-122", "A-123"], "wording of denials: a case expects a decision only"),
        (["Q-13"], "types of endpoints: contradictions, and a type that no case can name"),
        (["Q-14"], "hosts: cases of another shape, in hosts"),
        (["Q-15"], "the Region of a VPC: named tests of endpoints"),
        (["Q-20", "Q-21", "Q-22", "Q-23", "Q-24", "Q-25", "Q-26"], "CloudTrail records: cases of another shape, in trail, and named tests"),
        (["Q-30", "Q-31", "Q-32", "Q-33", "Q-34", "Q-35", "Q-36", "Q-37", "Q-38", "Q-39", "Q-40"], "the command line: golden output and tests of the tool"),
        (["C-1", "C-3", "C-4", "C-5", "C-6", "C-20", "C-21", "C-31", "C-40", "C-50", "C-51", "C-52", "C-53", "C-54", "C-55", "C-56", "C-57", "C-58", "C-59", "C-60", "C-61", "C-62", "C-63", "C-64", "C-70", "C-71", "C-72", "C-73", "C-74", "C-75", "C-76", "C-77", "C-78", "C-79", "C-80"], "checks: cases of another shape, in checks, and tests of their own"),
        (["C-10", "C-11", "C-12", "C-13", "C-14", "C-15", "C-16"], "the catalogue decides nothing: tests of its own and of the tool"),
        (["Q-50", "Q-51", "Q-52", "Q-53"], "what programs do with the library: named tests"));

    [Fact]
    public void Every_case_can_be_read() =>
        Assert.Empty(CaseFolder.All.Where(static r => r.Fault is not null).Select(static r => $"{r.Id}: {r.Fault!.Message}"));

    [Fact]
    public void Every_case_has_an_id_of_its_own() =>
        Assert.Empty(CaseFolder.All.GroupBy(static r => r.Id, StringComparer.Ordinal).Where(static g => g.Key is null || g.Count() > 1).Select(static g => g.Key));

    [Fact]
    public void Every_case_names_a_rule_and_what_it_shows() =>
        Assert.Empty(CaseFolder.All.Where(static r => RuleBook.Find(r.Case!.Rule ?? "") is null || string.IsNullOrEmpty(r.Case.Note)).Select(static r => r.Id));

    [Fact]
    public void Every_rule_has_a_case()
    {
        HashSet<string> exercised = CaseFolder.All.Select(static r => r.Case!.Rule!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(WithoutCases.Keys.Order(StringComparer.Ordinal), RuleBook.Rules.Select(static rule => rule.Id).Where(rule => !exercised.Contains(rule)).Order(StringComparer.Ordinal));
    }

    /// <summary>Each of these rules has a case about a host or a record, or a test that is named after it.</summary>
    [Fact]
    public void A_rule_without_a_case_is_exercised_elsewhere()
    {
        string[] others = [.. OtherCases("hosts", "*.json").Concat(OtherCases("trail", "*.jsonl")).Concat(OtherCases("checks", "*.jsonl"))];
        string[] tests = [.. RepositoryFolder.FilesWith(".cs").Select(File.ReadAllText)];
        bool isExercised(string rule) => Array.Exists(others, text => text.Contains($"\"rule\": \"{rule}\"", StringComparison.Ordinal))
            || Array.Exists(tests, text => text.Contains($" {rule.Replace("-", "", StringComparison.Ordinal)}_", StringComparison.Ordinal));
        Assert.Empty(WithoutCases.Keys.Where(rule => !isExercised(rule)).Select(rule => $"{rule}: {WithoutCases[rule]}"));
    }

    /// <summary>A folder is an AWS page, which the README names with its address.</summary>
    [Fact]
    public void Every_folder_is_a_page_of_AWS()
    {
        string readme = File.ReadAllText(Path.Combine(CaseFolder.Root, "README.md"));
        string[] folders = [.. Directory.EnumerateDirectories(CaseFolder.Root).Select(static folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];
        string[] named = [.. readme.Split('\n').Where(static line => line.Contains("` | <https://docs.aws", StringComparison.Ordinal)).Select(static line => line.Split('`')[1])];
        Assert.Equal(folders, named);
        Assert.All(folders, folder => Assert.Contains(readme.Split('\n'), line => line.StartsWith($"| `{folder}` | <https://docs.aws.amazon.com/", StringComparison.Ordinal) && line.Contains($"/{folder}.html> |", StringComparison.Ordinal)));
    }

    /// <summary>The README tells of every member that a case has.</summary>
    [Fact]
    public void Every_member_of_a_case_is_documented()
    {
        string readme = File.ReadAllText(Path.Combine(CaseFolder.Root, "README.md"));
        HashSet<string> members = new(StringComparer.Ordinal);
        foreach (string line in Directory.EnumerateFiles(CaseFolder.Root, "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            members.UnionWith(json.RootElement.EnumerateObject().Select(static member => member.Name));
            if (!json.RootElement.TryGetProperty("request", out JsonElement request)) continue;
            members.UnionWith(request.EnumerateObject().Select(static member => member.Name));
            if (request.GetProperty("principal") is { ValueKind: JsonValueKind.Object } principal) members.UnionWith(principal.EnumerateObject().Select(static member => member.Name));
        }

        Assert.DoesNotContain(members, member => !readme.Contains($"`{member}`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tool_agrees()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        CliConsole console = new() { Input = Stream.Null, Output = output, Error = error };
        int code = await CommandLineTool.RunAsync(["test", CaseFolder.Root], console, TestContext.Current.CancellationToken);
        Assert.True(code == (int)ExitCode.Success, output.ToString() + error);
        Assert.EndsWith($"\n{CaseFolder.All.Count} cases: {CaseFolder.All.Count} as expected, 0 otherwise, 0 bad\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> OtherCases(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), pattern).Select(File.ReadAllText);

    private static Dictionary<string, string> Reasons(params ReadOnlySpan<(string[] Rules, string Reason)> reasons)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        foreach ((string[] rules, string reason) in reasons)
        {
            foreach (string rule in rules) all.Add(rule, reason);
        }

        return all;
    }
}
