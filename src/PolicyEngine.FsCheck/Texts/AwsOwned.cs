namespace PolicyEngine.FsCheck.Texts;

/// <summary>Resources that AWS owns, made of the library's table of their names.</summary>
internal static class AwsOwned
{
    private const string ReadsNothing = "-";
    private static readonly Lazy<(string Form, string[] Actions)[]> Rows = new(Read);

    /// <summary>An action and a resource of AWS: mostly one that AWS lets every account do.</summary>
    internal static (string Action, string Resource) Any(Draw draw)
    {
        (string form, string[] actions) = draw.Of(Rows.Value);
        string resource = form.Replace("{partition}", "aws", StringComparison.Ordinal).Replace("{region}", draw.Of(World.Regions), StringComparison.Ordinal);
        string[] parts = [.. resource.Split(':', 6).Select((part, i) => part.Replace("*", i == 3 ? draw.Of(World.Regions) : i == 4 ? "" : "x1", StringComparison.Ordinal))];
        return ($"{parts[2]}:{(draw.OneIn(6) ? "DeleteAll" : draw.Of(actions))}", string.Join(':', parts));
    }

    private static (string Form, string[] Actions)[] Read()
    {
        using StreamReader reader = new(typeof(AwsOwned).Assembly.GetManifestResourceStream("aws-owned-names.tsv")!);
        return [.. reader.ReadToEnd().Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')).Where(static row => row[1] != ReadsNothing).Select(static row => (row[0], row[1].Split(' ')))];
    }
}
