using System.Text;

namespace PolicyEngine.Explanation;

/// <summary>Writes the lines of an explanation as plain text, the tree with guides.</summary>
internal sealed class ExplanationText
{
    private const int LeastWidth = 40;
    private const int LeastText = 20;
    private readonly StringBuilder text = new();
    private readonly int width;

    private ExplanationText(int width) => this.width = width == 0 ? int.MaxValue : Math.Max(width, LeastWidth);

    internal static string Write(List<ExplanationLine> lines, IEnumerable<Diagnostic> diagnostics, ExplanationTextOptions options)
    {
        ExplanationText writer = new(options.Width);
        foreach (ExplanationLine line in options.ShowsTree ? lines : lines[..^1]) writer.Add(line, "", "");
        if (options.ShowsDiagnostics)
        {
            foreach (Diagnostic diagnostic in diagnostics) writer.Add(ExplanationLines.Of(diagnostic), "", "");
        }

        return writer.text.ToString();
    }

    /// <summary>Adds a line and those below it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="first">The guides before its text.</param>
    /// <param name="rest">The guides before what follows it.</param>
    private void Add(ExplanationLine line, string first, string rest)
    {
        string lead = first;
        foreach (string own in Break(line.ToString(), Math.Max(width - first.Length, LeastText)))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(lead).Append(own);
            lead = rest;
        }

        for (int i = 0; i < line.Children.Count; i++)
        {
            bool isLast = i == line.Children.Count - 1;
            Add(line.Children[i], rest + (isLast ? "└── " : "├── "), rest + (isLast ? "    " : "│   "));
        }
    }

    /// <summary>Breaks a text at spaces into lines of at most so many cells; a longer word is cut.</summary>
    private static IEnumerable<string> Break(string text, int cells)
    {
        int start = 0;
        int space = -1;
        int used = 0;
        for (int at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int length);
            used += DiagnosticFormatter.CellWidth(rune);
            if (used > cells && text[at] != ' ')
            {
                bool isWord = space > start;
                yield return text[start..(isWord ? space : at)].TrimEnd();
                start = isWord ? space : at;
                while (text[start] == ' ') start++;
                at = start;
                space = -1;
                used = 0;
                continue;
            }

            if (text[at] == ' ' && at > start && text[at - 1] != ' ') space = at;
            at += length;
        }

        yield return text[start..];
    }
}
