namespace PolicyEngine.Facts;

/// <summary>Reads the tables of facts that come with the library: a row a line, comments behind <c>#</c>.</summary>
internal static class FactTable
{
    /// <summary>The whole text of a table.</summary>
    /// <param name="resource">The name of the table, such as <c>Partitions</c>.</param>
    internal static string ReadText(string resource)
    {
        using Stream stream = typeof(FactTable).Assembly.GetManifestResourceStream("PolicyEngine." + resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a table, without comments and empty lines.</summary>
    /// <param name="resource">The name of the table, such as <c>Partitions</c>.</param>
    /// <param name="separator">What stands between the fields of a row.</param>
    internal static List<string[]> ReadRows(string resource, char separator = '\t')
    {
        List<string[]> rows = [];
        string text = ReadText(resource);
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsEmpty && line[0] != '#') rows.Add(line.ToString().Split(separator));
        }

        return rows;
    }
}
