namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Reads the tables that come with the library.</summary>
internal static class DataLines
{
    /// <summary>The lines of a table, without comments and empty ones.</summary>
    internal static List<string> Of(string resource)
    {
        using Stream stream = typeof(DataLines).Assembly.GetManifestResourceStream(resource)!;
        using StreamReader reader = new(stream);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') lines.Add(line);
        }

        return lines;
    }
}
