namespace PolicyEngine.Tests;

/// <summary>Where the sources are that tests read.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    internal static IEnumerable<string> SourcesOf(string project) =>
        Directory.EnumerateFiles(PathTo("src", project), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyEngine.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
