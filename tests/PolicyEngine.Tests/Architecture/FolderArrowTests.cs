using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PolicyEngine.Checks;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Architecture;

/// <summary>Data flows one way between the folders of the library.</summary>
public class FolderArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CloudTrail"] = ["Diagnostics", "Json", "Text"],
        ["CloudTrail/Mapping"] = ["CloudTrail", "Endpoints", "Evaluation", "Explanation", "Facts", "Language", "Requests", "Requests/Derivation", "Text"],
        ["CloudTrail/Reading"] = ["CloudTrail", "Diagnostics", "Json", "Text"],
        ["Compilation"] = ["Compilation/Indexing", "Facts", "Language", "Matching", "Matching/Conditions", "Policies", "Syntax"],
        ["Compilation/Indexing"] = ["Facts", "Language", "Matching", "Matching/Conditions", "Matching/Searching", "Requests", "Syntax", "Text"],
        ["Diagnostics"] = ["Text"],
        ["Endpoints"] = ["Diagnostics", "Endpoints/Hosts", "Facts", "Language", "Requests", "Requests/Derivation", "Syntax", "Syntax/Parsing", "Text"],
        ["Endpoints/Hosts"] = ["Endpoints", "Facts", "Language"],
        ["Endpoints/Reading"] = ["Diagnostics", "Endpoints", "Endpoints/Hosts", "Json", "Requests", "Syntax", "Syntax/Parsing", "Text"],
        ["Evaluation"] = ["Compilation", "Compilation/Indexing", "Facts", "Language", "Matching", "Matching/Conditions", "Policies", "Requests", "Requests/Derivation", "Syntax"],
        ["Explanation"] = ["Compilation", "Compilation/Indexing", "Diagnostics", "Evaluation", "Facts", "Language", "Matching", "Matching/Conditions", "Policies", "Requests", "Syntax", "Text"],
        ["Facts"] = ["Diagnostics", "Json", "Language", "Text"],
        ["Json"] = ["Diagnostics", "Text"],
        ["Language"] = ["Facts"],
        ["Matching"] = ["Facts", "Language", "Requests"],
        ["Matching/Conditions"] = ["Facts", "Language", "Matching", "Matching/Searching", "Requests"],
        ["Matching/Searching"] = [],
        ["Policies"] = ["Language", "Requests", "Syntax", "Text"],
        ["Requests"] = ["Facts", "Language", "Requests/Derivation", "Text"],
        ["Requests/Derivation"] = ["Facts", "Language", "Requests"],
        ["Syntax"] = ["Facts", "Language", "Text"],
        ["Syntax/Building"] = ["Diagnostics", "Facts", "Language", "Syntax", "Syntax/Parsing", "Syntax/Writing", "Text"],
        ["Syntax/Drafts"] = ["Diagnostics", "Facts", "Json", "Language", "Syntax", "Text"],
        ["Syntax/Parsing"] = ["Diagnostics", "Json", "Language", "Syntax", "Syntax/Drafts", "Text", "Validation"],
        ["Syntax/Writing"] = ["Json", "Language", "Syntax"],
        ["Text"] = [],
        ["Validation"] = ["Diagnostics", "Facts", "Json", "Language", "Syntax", "Syntax/Drafts", "Text"],
    };

    /// <summary>Arrows that close a cycle.</summary>
    private static readonly HashSet<(string From, string To)> Cycles = [("Language", "Facts")];

    private static readonly SourceFolders Sources = new(typeof(PolicyParser).Assembly, Repository.PathTo("src", "PolicyEngine"));

    [Fact]
    public void Every_folder_uses_only_what_it_may()
    {
        ILookup<string, string> uses = Sources.Uses().Where(static use => !Allowed[use.From].Contains(use.To, StringComparer.Ordinal)).ToLookup(static use => $"{use.From} -> {use.To}", static use => use.Use, StringComparer.Ordinal);
        string wrong = string.Join('\n', uses.Select(static use => $"{use.Key} ({string.Join(", ", use.Distinct(StringComparer.Ordinal).Take(6))})"));
        Assert.True(wrong.Length == 0, wrong);
    }

    /// <summary>Folders that need each other could not be understood one after the other.</summary>
    [Fact]
    public void Top_level_folders_form_no_cycle()
    {
        ILookup<string, string> arrows = Sources.Uses().Select(static use => (From: TopOf(use.From), To: TopOf(use.To))).Distinct()
            .Where(static arrow => arrow.From != arrow.To && !Cycles.Contains(arrow)).ToLookup(static arrow => arrow.From, static arrow => arrow.To, StringComparer.Ordinal);
        Assert.Empty(arrows.SelectMany(static from => from, static (from, to) => (From: from.Key, To: to)).Where(arrow => Reaches(arrows, arrow.To, arrow.From)).Select(static arrow => $"{arrow.From} -> {arrow.To}"));
    }

    [Fact]
    public void The_library_needs_the_framework_and_logging_abstractions_only()
    {
        string[] references = ReferencesOf(typeof(PolicyParser));
        Assert.All(references, static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.Extensions.Logging.Abstractions", name));
        Assert.DoesNotContain(references, static name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Text.RegularExpressions", StringComparison.Ordinal));
    }

    [Fact]
    public void The_checks_need_the_library_only() =>
        Assert.All(ReferencesOf(typeof(PolicyChecker)), static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "PolicyEngine", name));

    [Fact]
    public void The_generators_need_the_library_and_FsCheck_only() => Assert.All(
        ReferencesOf(typeof(PolicyCase)), static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "PolicyEngine" or "FsCheck" or "FSharp.Core" or "Microsoft.Extensions.Logging.Abstractions", name));

    /// <summary>The folders of Syntax count one by one: checks read drafts, and the parser calls the checks.</summary>
    private static string TopOf(string folder) => folder.StartsWith("Syntax/", StringComparison.Ordinal) ? folder : folder.Split('/')[0];

    private static bool Reaches(ILookup<string, string> arrows, string from, string to)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { from };
        Queue<string> open = new(seen);
        while (open.TryDequeue(out string? folder))
        {
            foreach (string next in arrows[folder].Where(seen.Add)) open.Enqueue(next);
        }

        return seen.Contains(to);
    }

    private static string[] ReferencesOf(Type type)
    {
        using FileStream stream = File.OpenRead(type.Assembly.Location);
        using PEReader image = new(stream);
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
