namespace PolicyEngine.Cli.Output;

/// <summary>Makes the addresses of files in a report.</summary>
internal static class SarifUri
{
    /// <summary>The path relative to the working directory, with slashes and percent signs as URIs have them; a file elsewhere
    /// keeps its absolute address.</summary>
    internal static string Of(string file)
    {
        string full = Path.GetFullPath(file);
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, full);
        bool isBelow = !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        string path = (isBelow ? relative : full).Replace(Path.DirectorySeparatorChar, '/');
        string escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return isBelow ? escaped : $"file://{(escaped.StartsWith('/') ? "" : "/")}{escaped}";
    }
}
