namespace PolicyEngine.Conformance;

/// <summary>The sources of the repository.</summary>
internal static class RepositoryFolder
{
    private static readonly string[] Generated = ["artifacts", "bin", "obj", ".git"];

    /// <summary>Where the solution is.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The path of a file or folder, given with slashes.</summary>
    internal static string PathTo(string path) => Path.Combine([Root, .. path.Split('/')]);

    /// <summary>All files with one of some extensions; what a build makes is passed over.</summary>
    internal static IEnumerable<string> FilesWith(params string[] extensions) => new DirectoryInfo(Root)
        .EnumerateFileSystemInfos()
        .Where(static entry => !Generated.Contains(entry.Name, StringComparer.Ordinal))
        .SelectMany(static entry => entry is DirectoryInfo folder ? folder.EnumerateFiles("*", SearchOption.AllDirectories) : [(FileInfo)entry])
        .Where(file => extensions.Contains(file.Extension, StringComparer.Ordinal))
        .Select(static file => file.FullName);

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyEngine.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
