using System.Globalization;
using System.Text;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes tables of facts: for people, as JSON, and as a page of the specification.</summary>
internal static class DataView
{
    /// <summary>Writes which tables there are, with the number of their rows and their dates.</summary>
    internal static void WriteList(IAnsiConsole screen, IEnumerable<DataTable> tables)
    {
        TextFlow flow = new(screen);
        foreach (DataTable table in tables)
        {
            string dates = table.Dates.Oldest == table.Dates.Newest ? table.Dates.Newest : $"{table.Dates.Oldest} to {table.Dates.Newest}";
            flow.Write(table.Name.PadRight(13), [new TextFlow.Run(string.Create(CultureInfo.InvariantCulture, $"{table.About}: {table.Rows.Count} rows, sources of {dates}"), Style.Plain)]);
        }
    }

    /// <summary>Writes the rows of a table in groups; an address is on a line of its own, uncut, so that terminals find it whole.</summary>
    internal static void Write(IAnsiConsole screen, TextWriter output, DataTable table, IEnumerable<string[]> rows)
    {
        TextFlow flow = new(screen);
        string group = "";
        foreach (string[] row in rows)
        {
            if (row[0] != group) flow.Write("", [new TextFlow.Run(row[0], Screen.Strong)]);
            group = row[0];
            string[] facts = [.. table.Columns[1..^2].Index().Select(column => table.Columns.Length == 5 ? row[column.Index + 1] : $"{column.Item} {row[column.Index + 1]}")];
            string text = table.Columns.Length == 5 ? $"{facts[0]}: {facts[1]}" : string.Join("; ", facts);
            flow.Write("  ", [new TextFlow.Run($"{text} ({row[^1]})", Style.Plain)]);
            output.Write($"    {row[^2]}\n");
        }
    }

    /// <summary>One row as an object.</summary>
    internal static string WriteJson(DataTable table, string[] row) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        foreach ((int place, string column) in table.Columns.Index()) json.WriteString(column, row[place]);
        json.WriteEndObject();
    });

    /// <summary>The rows as a page: a section a group, each fact with a link to its source.</summary>
    internal static string WriteMarkdown(DataTable table, IEnumerable<string[]> rows)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"# {char.ToUpperInvariant(table.About[0])}{table.About[1..]}\n\nMade by `policyengine data {table.Name} --format markdown`; the date of a fact is that of the page behind the link.\n");
        foreach (IGrouping<string, string[]> group in rows.GroupBy(static row => row[0], StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Key}\n\n| {string.Join(" | ", table.Columns[1..^2])} | source |\n|{string.Concat(Enumerable.Repeat("---|", table.Columns.Length - 2))}\n");
            foreach (string[] row in group) page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row[1..^2].Select(EscapeCell))} | [{row[^1]}]({row[^2]}) |\n");
        }

        return page.ToString();
    }

    private static string EscapeCell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
