namespace PolicyEngine.Cli.Specification;

/// <summary>A part of a text of the specification.</summary>
internal abstract record MarkdownBlock
{
    private const string Fence = "```";

    /// <summary>Takes a text apart: paragraphs, items of lists, tables and code.</summary>
    internal static IReadOnlyList<MarkdownBlock> Read(string markdown)
    {
        List<MarkdownBlock> blocks = [];
        string[] lines = markdown.Split('\n');
        for (int at = 0; at < lines.Length;)
        {
            int end = at + 1;
            if (IsFence(lines[at]))
            {
                while (end < lines.Length && !IsFence(lines[end])) end++;
                blocks.Add(new CodeBlock(lines[(at + 1)..end]));
                end++;
            }
            else if (lines[at].StartsWith('|'))
            {
                while (end < lines.Length && lines[end].StartsWith('|')) end++;
                blocks.Add(new TableBlock([.. lines[at..end].Where(static (_, row) => row != 1).Select(CellsOf)]));
            }
            else if (lines[at].Trim().Length > 0)
            {
                while (end < lines.Length && IsContinued(lines[end])) end++;
                blocks.Add(TextBlock.Of(lines[at..end]));
            }

            at = end;
        }

        return blocks;
    }

    private static bool IsFence(string line) => line.StartsWith(Fence, StringComparison.Ordinal);

    private static bool IsContinued(string line) => line.Trim().Length > 0 && !line.StartsWith('|') && !IsFence(line) && TextBlock.MarkOf(line).Length == 0;

    private static string[] CellsOf(string row) => [.. row.Trim()[1..^1].Split('|').Select(static cell => cell.Trim())];

    /// <summary>A paragraph, or an item of a list.</summary>
    /// <param name="Indent">The cells before it, beyond those of the text around it.</param>
    /// <param name="Mark">What comes before the text, such as <c>- </c>; empty for a paragraph.</param>
    /// <param name="Text">The text, in one line.</param>
    internal sealed record TextBlock(int Indent, string Mark, string Text) : MarkdownBlock
    {
        internal static TextBlock Of(string[] lines)
        {
            string mark = MarkOf(lines[0]);
            string text = string.Join(' ', lines.Select(static line => line.Trim()));
            return new TextBlock(mark.Length == 0 ? 0 : lines[0].Length - lines[0].TrimStart().Length, mark, text[mark.Length..]);
        }

        /// <summary>The mark of the item that a line begins: <c>- </c>, or a number with a period; empty where it begins none.</summary>
        internal static string MarkOf(string line)
        {
            string text = line.TrimStart();
            if (text.StartsWith("- ", StringComparison.Ordinal)) return "- ";
            int digits = text.TakeWhile(char.IsAsciiDigit).Count();
            return digits > 0 && text.AsSpan(digits).StartsWith(". ") ? text[..(digits + 2)] : "";
        }
    }

    /// <summary>A table, the first row of which is its head.</summary>
    /// <param name="Rows">The cells of each row.</param>
    internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<string>> Rows) : MarkdownBlock;

    /// <summary>Lines that stay as they are.</summary>
    /// <param name="Lines">The lines.</param>
    internal sealed record CodeBlock(IReadOnlyList<string> Lines) : MarkdownBlock;
}
