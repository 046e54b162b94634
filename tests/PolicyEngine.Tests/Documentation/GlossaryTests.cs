namespace PolicyEngine.Tests.Documentation;

/// <summary>The page of nouns names what is there.</summary>
public class GlossaryTests
{
    private static readonly string Root = Repository.PathTo("src", "PolicyEngine");

    /// <summary>The first cell and the third of each row of the table of nouns.</summary>
    private static readonly (string Noun, string Folder)[] Rows = [.. File.ReadLines(Path.Combine(Root, "README.md"))
        .SkipWhile(static line => line != "## The nouns").Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('|')).Select(static cells => (cells[1].Trim(' ', '`'), cells[3].Trim()))];

    [Fact]
    public void Every_noun_is_a_public_type_with_a_file_in_its_folder()
    {
        HashSet<string> types = [.. typeof(PolicyParser).Assembly.GetExportedTypes().Select(static type => type.Name)];
        Assert.True(Rows.Length > 20);
        Assert.All(Rows, row => Assert.Contains(row.Noun, types));
        Assert.All(Rows, static row => Assert.True(File.Exists(Path.Combine(Root, row.Folder, $"{row.Noun}.cs")), $"{row.Folder}/{row.Noun}.cs"));
    }

    [Fact]
    public void The_nouns_are_each_named_once() => Assert.Equal(Rows.Length, Rows.Select(static row => row.Noun).Distinct(StringComparer.Ordinal).Count());

    /// <summary>Each station of the ways through the code is a file.</summary>
    [Fact]
    public void The_ways_lead_through_files_that_are_there()
    {
        string[] stations = [.. File.ReadLines(Path.Combine(Root, "README.md")).SkipWhile(static line => line != "## Three ways through the code").TakeWhile(static line => line != "## The nouns")
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('`')[1])];
        Assert.True(stations.Length > 20);
        Assert.All(stations, static station => Assert.True(File.Exists(Path.Combine(Root, $"{station}.cs")), station));
    }

    [Fact]
    public void The_flow_names_every_folder()
    {
        string page = File.ReadAllText(Path.Combine(Root, "README.md"));
        string[] folders = [.. Directory.GetDirectories(Root).Select(static folder => Path.GetFileName(folder)!).Where(static name => name is not ("bin" or "obj"))];
        Assert.All(folders, folder => Assert.Contains(folder, page, StringComparison.Ordinal));
    }
}
