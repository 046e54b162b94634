using PolicyEngine.Text;

namespace PolicyEngine.Cli;

/// <summary>Makes text of unknown origin fit for a terminal: what could move the cursor or reorder the line is shown as an escape.</summary>
internal static class TerminalText
{
    /// <summary>The text with control, format and separator characters as <c>\uXXXX</c>, cut when it is very long.</summary>
    internal static string Of(string text) => ShownText.Cut(text);

    /// <summary>Several lines, each of them as <see cref="Of"/> does it but uncut; tabs stay.</summary>
    internal static string OfLines(string text) => ShownText.Of(text, "\n\t");
}
