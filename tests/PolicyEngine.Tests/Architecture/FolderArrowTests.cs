using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;
using PolicyEngine.Cli;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Architecture;

/// <summary>Data flows one way between the folders of each package.</summary>
public class FolderArrowTests
{
    private static readonly Dictionary<string, string[]> AllowedInLibrary = new(StringComparer.Ordinal)
    {
        ["CloudTrail"] = ["Diagnostics", "Json", "Text"],
        ["CloudTrail/Mapping"] = ["CloudTrail", "Endpoints", "Evaluation", "Explanation", "Facts", "Language", "Requests", "Requests/Derivation", "Text"],
        ["CloudTrail/Reading"] = ["CloudTrail", "Diagnostics", "Json", "Text"],
        ["Compilation"] = ["Compilation/Indexing", "Facts", "Language", "Matching", "Matching/Conditions", "Policies", "Syntax"],
        ["Compilation/Indexing"] = ["Facts", "Language", "Matching", "Matching/Conditions", "Matching/Searching", "Requests", "Syntax", "Text"],
        ["Diagnostics"] = ["Text"],
        ["Endpoints"] = ["Diagnostics", "Endpoints/Hosts", "Facts", "Language", "Requests", "Requests/Derivation", "Syntax", "Syntax/Parsing", "Text"],
        ["Endpoints/Hosts"] = ["Facts", "Language"],
        ["Endpoints/Reading"] = ["Diagnostics", "Endpoints", "Endpoints/Hosts", "Json", "Requests", "Syntax", "Syntax/Parsing", "Text"],
        ["Evaluation"] = ["Compilation", "Compilation/Indexing", "Facts", "Language", "Matching", "Matching/Conditions", "Policies", "Requests", "Requests/Derivation", "Syntax"],
        ["Explanation"] = ["Compilation", "Compilation/Indexing", "Diagnostics", "Evaluation", "Facts", "Language", "Matching", "Matching/Conditions", "Policies", "Requests", "Syntax", "Text"],
        ["Facts"] = ["Diagnostics", "Json", "Language", "Text"],
        ["Json"] = ["Diagnostics", "Text"],
        ["Language"] = [],
        ["Matching"] = ["Facts", "Language", "Requests"],
        ["Matching/Conditions"] = ["Facts", "Language", "Matching", "Matching/Searching", "Requests"],
        ["Matching/Searching"] = [],
        ["Policies"] = ["Language", "Requests", "Syntax", "Text"],
        ["Requests"] = ["Facts", "Language", "Requests/Derivation", "Text"],
        ["Requests/Derivation"] = ["Facts", "Language", "Requests"],
        ["Suggestions"] = ["Compilation", "Compilation/Indexing", "Diagnostics", "Evaluation", "Explanation", "Facts", "Language", "Matching", "Policies", "Requests", "Syntax", "Syntax/Building", "Syntax/Parsing", "Syntax/Writing", "Text"],
        ["Syntax"] = ["Language", "Text"],
        ["Syntax/Building"] = ["Diagnostics", "Facts", "Language", "Syntax", "Syntax/Parsing", "Syntax/Writing", "Text"],
        ["Syntax/Drafts"] = ["Diagnostics", "Facts", "Json", "Language", "Syntax", "Text"],
        ["Syntax/Parsing"] = ["Diagnostics", "Json", "Language", "Syntax", "Syntax/Drafts", "Text", "Validation"],
        ["Syntax/Writing"] = ["Json", "Language", "Syntax"],
        ["Text"] = [],
        ["Validation"] = ["Diagnostics", "Facts", "Json", "Language", "Syntax", "Syntax/Drafts", "Text"],
    };

    private static readonly Dictionary<string, string[]> AllowedInTool = new(StringComparer.Ordinal)
    {
        ["Cases"] = [""],
        ["Commands"] = ["", "Cases", "Output", "Running", "Specification"],
        ["Output"] = ["", "Cases", "Running", "Specification"],
        ["Running"] = ["", "Cases"],
        ["Specification"] = [],
    };

    private static readonly Dictionary<string, string[]> AllowedInGenerators = new(StringComparer.Ordinal)
    {
        ["Endpoints"] = ["", "Policies", "Requests", "Texts"],
        ["Policies"] = ["Requests", "Texts"],
        ["Requests"] = ["Texts"],
        ["Shrinking"] = ["", "Endpoints", "Policies", "Requests", "Texts"],
        ["Situations"] = ["", "Endpoints", "Policies", "Requests", "Texts"],
        ["Texts"] = [],
    };

    private static readonly SourceFolders Library = new(typeof(PolicyParser).Assembly, Repository.PathTo("src", "PolicyEngine"));

    private static readonly SourceFolders Tool = new(typeof(ExitCode).Assembly, Repository.PathTo("src", "PolicyEngine.Cli"));

    private static readonly SourceFolders Generators = new(typeof(PolicyCase).Assembly, Repository.PathTo("src", "PolicyEngine.FsCheck"));

    public static TheoryData<string> Projects => ["PolicyEngine", "PolicyEngine.Cli", "PolicyEngine.FsCheck"];

    /// <summary>An arrow that is allowed and that nothing takes is an arrow too many.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_uses_what_it_may_and_nothing_else(string project)
    {
        Dictionary<string, string[]> allowed = AllowedIn(project);
        (string From, string To, string Use)[] uses = [.. SourcesOf(project).Uses().Where(static use => use.From.Length > 0)];
        ILookup<string, string> wrong = uses.Where(use => !allowed[use.From].Contains(use.To, StringComparer.Ordinal)).ToLookup(static use => $"{use.From} -> {use.To}", static use => use.Use, StringComparer.Ordinal);
        Assert.Empty(wrong.Select(static use => $"{use.Key} ({string.Join(", ", use.Distinct(StringComparer.Ordinal).Take(6))})"));
        Assert.Empty(allowed.SelectMany(static row => row.Value, static (row, to) => (row.Key, to)).Except(uses.Select(static use => (use.From, use.To))));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_its_row(string project) =>
        Assert.Equal(SourcesOf(project).Folders.Where(static folder => folder.Length > 0), AllowedIn(project).Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Folders that need each other could not be understood one after the other. A request derives its keys when they are asked for, from what it tells;
    /// the root of the generators holds their public types.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_form_no_cycle(string project)
    {
        ILookup<string, string> arrows = SourcesOf(project).Uses().Where(static use => use is not { From: "Requests", To: "Requests/Derivation" })
            .Where(use => project != "PolicyEngine.FsCheck" || use.From.Length > 0)
            .Select(static use => (use.From, use.To)).Distinct().ToLookup(static arrow => arrow.From, static arrow => arrow.To, StringComparer.Ordinal);
        Assert.NotEmpty(arrows);
        Assert.Empty(arrows.SelectMany(static from => from, static (from, to) => (From: from.Key, To: to)).Where(arrow => Reaches(arrows, arrow.To, arrow.From)).Select(static arrow => $"{arrow.From} -> {arrow.To}"));
    }

    /// <summary>The rules stand in one folder, whose files are a list of what is checked.</summary>
    [Fact]
    public void The_checks_stand_in_one_folder_and_the_rules_in_another() => Assert.All(
        Repository.SourcesOf("PolicyEngine.Checks"), static file => Assert.True(Path.GetFileName(Path.GetDirectoryName(file)) is "PolicyEngine.Checks" or "Rules", file));

    [Fact]
    public void The_library_needs_the_framework_and_logging_abstractions_only()
    {
        string[] references = ReferencesOf(typeof(PolicyParser));
        Assert.All(references, static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.Extensions.Logging.Abstractions", name));
        Assert.DoesNotContain(references, static name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Text.RegularExpressions", StringComparison.Ordinal));
    }

    [Fact]
    public void The_checks_need_the_library_and_the_catalogue_only() =>
        Assert.All(ReferencesOf(typeof(PolicyChecker)), static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "PolicyEngine" or "PolicyEngine.Catalogue", name));

    [Fact]
    public void The_catalogue_needs_the_library_only() =>
        Assert.All(ReferencesOf(typeof(ServiceCatalogue)), static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "PolicyEngine", name));

    [Fact]
    public void The_generators_need_the_library_and_FsCheck_only() => Assert.All(
        ReferencesOf(typeof(PolicyCase)), static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "PolicyEngine" or "FsCheck" or "FSharp.Core" or "Microsoft.Extensions.Logging.Abstractions", name));

    private static SourceFolders SourcesOf(string project) => project switch
    {
        "PolicyEngine" => Library,
        "PolicyEngine.Cli" => Tool,
        _ => Generators,
    };

    private static Dictionary<string, string[]> AllowedIn(string project) => project switch
    {
        "PolicyEngine" => AllowedInLibrary,
        "PolicyEngine.Cli" => AllowedInTool,
        _ => AllowedInGenerators,
    };

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
