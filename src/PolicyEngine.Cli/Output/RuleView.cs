using PolicyEngine.Cli.Specification;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws rules of the specification for people.</summary>
internal sealed class RuleView(IAnsiConsole screen)
{
    private const string Indent = "  ";
    private const int LabelWidth = 14;
    private static readonly Style Code = new(Color.Teal);
    private readonly TextFlow flow = new(screen);

    /// <summary>Draws a rule: its heading, its text, what the page says of example, source and confidence.</summary>
    internal void Draw(SpecificationRule rule)
    {
        flow.Write("", [new TextFlow.Run(rule.Id, new Style(Color.Teal, decoration: Decoration.Bold), LinkOf(RuleLinks.Find(rule.Id)!.AbsoluteUri)), new TextFlow.Run($" {rule.Title}", Screen.Strong)]);
        MarkdownBlock? before = null;
        foreach (MarkdownBlock block in MarkdownBlock.Read(rule.Text))
        {
            bool isList = before is MarkdownBlock.TextBlock { Mark.Length: > 0 } && block is MarkdownBlock.TextBlock { Mark.Length: > 0 };
            if (!isList) screen.WriteLine();
            DrawBlock(block);
            before = block;
        }

        screen.WriteLine();
        if (rule.Example is { } example) DrawField("Example", RunsOf(example));
        DrawField("Source", RunsOfSource(rule));
        DrawField("Confidence", RunsOf(rule.Confidence));
    }

    private void DrawField(string label, IEnumerable<TextFlow.Run> runs) => flow.Write($"{Indent}{label}".PadRight(LabelWidth), runs);

    private void DrawBlock(MarkdownBlock block)
    {
        switch (block)
        {
            case MarkdownBlock.TextBlock text:
                flow.Write($"{Indent}{new string(' ', text.Indent)}{text.Mark}", RunsOf(text.Text));
                break;
            case MarkdownBlock.CodeBlock code:
                foreach (string line in code.Lines) flow.Write($"{Indent}{line[..^line.TrimStart().Length]}", [new TextFlow.Run(line.TrimStart(), Screen.Faint)]);
                break;
            case MarkdownBlock.TableBlock table:
                DrawTable(table);
                break;
        }
    }

    /// <summary>Draws a table in columns where the lines are long enough for it; otherwise a row is its first cell, and a line for each further one.</summary>
    private void DrawTable(MarkdownBlock.TableBlock table)
    {
        int[] widths = [.. table.Rows[0].Select((_, column) => table.Rows.Max(row => PlainOf(row[column]).Length))];
        bool fits = Indent.Length + widths.Sum() + (Indent.Length * (widths.Length - 1)) <= flow.Width;
        foreach ((int number, IReadOnlyList<string> row) in table.Rows.Index())
        {
            if (fits) DrawRow(row, widths, isHead: number == 0);
            else if (number > 0) DrawRecord(table.Rows[0], row);
        }
    }

    private void DrawRow(IReadOnlyList<string> row, int[] widths, bool isHead)
    {
        Paragraph line = new();
        foreach ((int column, string cell) in row.Index())
        {
            line.Append(Indent);
            foreach (TextFlow.Run run in RunsOf(cell)) line.Append(run.Text, isHead ? Screen.Faint : run.Style);
            if (column < row.Count - 1) line.Append(new string(' ', widths[column] - PlainOf(cell).Length));
        }

        AnswerView.WriteLine(screen, line);
    }

    private void DrawRecord(IReadOnlyList<string> head, IReadOnlyList<string> row)
    {
        flow.Write($"{Indent}- ", RunsOf(row[0]));
        for (int column = 1; column < row.Count; column++)
        {
            if (row[column].Length > 0) flow.Write($"{Indent}{Indent}", [new TextFlow.Run($"{PlainOf(head[column])}: ", Screen.Faint), .. RunsOf(row[column])]);
        }
    }

    private static string PlainOf(string markdown) => string.Concat(MarkdownRun.Read(markdown).Select(static run => run.Text));

    private static IEnumerable<TextFlow.Run> RunsOf(string markdown) => MarkdownRun.Read(markdown).Select(static run => run.Kind switch
    {
        MarkdownRunKind.Code => new TextFlow.Run(run.Text, Code),
        MarkdownRunKind.Strong => new TextFlow.Run(run.Text, Screen.Strong),
        MarkdownRunKind.Reference => new TextFlow.Run(run.Raw, Style.Plain),
        _ => new TextFlow.Run(run.Text, Style.Plain),
    });

    /// <summary>The titles of the pages in place of their names, each a link.</summary>
    private static IEnumerable<TextFlow.Run> RunsOfSource(SpecificationRule rule) => rule.SourceParts.SelectMany(static part =>
        part.Page is { } page ? [new TextFlow.Run(page.Title, Style.Plain, LinkOf(page.Url))] : RunsOf(part.Text));

    private static Link LinkOf(string url) => new(url);
}
