using System.IO.Compression;

namespace PolicyEngine.PeerVectors;

/// <summary>Cases and policies of others, which are beside the repository and are never part of it.</summary>
internal static class SharedMaterial
{
    private static readonly string? Root = FindRoot();

    /// <summary>The lines of a gzipped file; the test is skipped where the file does not exist.</summary>
    internal static IEnumerable<string> Lines(string folder, string file)
    {
        string? path = Root is null ? null : Path.Combine(Root, folder, file);
        Assert.SkipUnless(path is not null && File.Exists(path), $"{folder}/{file} is not beside the repository.");
        using StreamReader reader = new(new GZipStream(File.OpenRead(path!), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static string? FindRoot()
    {
        if (Environment.GetEnvironmentVariable("POLICYENGINE_SHARED") is { Length: > 0 } given) return given;
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyEngine.sln"))) folder = folder.Parent;
        return folder?.Parent is { } parent ? Path.Combine(parent.FullName, "shared") : null;
    }
}
