using System.Globalization;
using System.Text;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>Prints diagnostics for people: a line each, or with the source line and a caret under the fault.</summary>
public static class DiagnosticFormatter
{
    private const int MaxLineWidth = 160;

    /// <summary>The finding on one line: <c>name:line:column: severity id: message</c>.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <returns>One line without a line end; control characters of the policy text and of its name are shown as escapes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diagnostic"/> is null.</exception>
    public static string FormatLine(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        string name = diagnostic.Source.Name.Length == 0 ? "policy" : ShownText.Of(diagnostic.Source.Name);
        return $"{name}:{diagnostic.Position}: {NameOf(diagnostic.Severity)} {diagnostic.Id}: {diagnostic.Message}";
    }

    /// <summary>The finding with its source line, a caret line and its help.</summary>
    /// <remarks>The caret line repeats tabs and counts wide characters as two cells, so that it is under the fault in
    /// a terminal. Lines of more than 160 characters are cut round the fault.</remarks>
    /// <param name="diagnostic">The finding.</param>
    /// <returns>Several lines, each but the last ended by LF.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diagnostic"/> is null.</exception>
    public static string FormatSnippet(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return FormatSnippet(diagnostic, MaxLineWidth);
    }

    /// <summary>The same with a line of the policy that has at most so many bytes.</summary>
    internal static string FormatSnippet(Diagnostic diagnostic, int most)
    {
        PolicyText source = diagnostic.Source;
        TextSpan line = source.GetLine(diagnostic.Span.Start);
        string number = diagnostic.Position.Line.ToString(CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        StringBuilder shown = new();
        StringBuilder caret = new();
        int first = Math.Max(0, diagnostic.Span.Start - line.Start - (most / 2));
        DrawLine(source.Utf8.Slice(line.Start, line.Length), line.Start, first, most, diagnostic.Span, shown, caret);
        return $"""
            {FormatLine(diagnostic)}
            {number} | {shown}
            {margin} | {caret}
            {margin} = help: {diagnostic.Help} [{diagnostic.Descriptor.Rule}]
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The cells that a terminal gives a code point: 0 for combining marks, 2 for East Asian wide ones and emoji.</summary>
    internal static int CellWidth(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };

    internal static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The line of a text where a span begins, without the blanks before it, and a line with carets under the span. A long line is cut.</summary>
    /// <param name="source">The text.</param>
    /// <param name="span">The span.</param>
    /// <param name="most">The most bytes of the line that are shown.</param>
    internal static (string Line, string Carets) FormatSource(PolicyText source, TextSpan span, int most)
    {
        TextSpan whole = source.GetLine(span.Start);
        ReadOnlySpan<byte> line = source.Utf8.Slice(whole.Start, whole.Length);
        int blank = Math.Min(line.Length - line.TrimStart(" \t"u8).Length, span.Start - whole.Start);
        int start = span.Start - whole.Start;
        int first = line.Length - blank <= most ? blank : Math.Max(blank, Math.Min(start - (most / 3), line.Length - most));
        StringBuilder shown = new();
        StringBuilder caret = new();
        DrawLine(line, whole.Start, first, most, span, shown, caret, isCut: first > blank);
        return (shown.ToString(), caret.ToString());
    }

    private static void DrawLine(
        ReadOnlySpan<byte> line, int lineStart, int first, int most, TextSpan span, StringBuilder shown, StringBuilder caret, bool? isCut = null)
    {
        while (first > 0 && first < line.Length && (line[first] & 0xC0) == 0x80) first--;
        if (isCut ?? first > 0)
        {
            shown.Append('…');
            caret.Append(' ');
        }

        bool marked = false;
        int offset = first;
        while (offset < line.Length && offset - first < most)
        {
            Rune rune = Utf8Text.Decode(line[offset..], out int length);
            bool inside = lineStart + offset >= span.Start && (lineStart + offset < span.End || !marked);
            marked |= inside;
            shown.Append(Visible(rune));
            caret.Append(inside ? '^' : rune.Value == '\t' ? '\t' : ' ', CellWidth(rune));
            offset += length;
        }

        if (offset < line.Length) shown.Append('…');
        if (!marked) caret.Append('^');
        while (caret.Length > 0 && caret[^1] is ' ' or '\t') caret.Length--;
    }

    private static string Visible(Rune rune) =>
        rune.Value == '\t' ? "\t" : Rune.IsControl(rune) || IsInvisible(rune) ? "\uFFFD" : rune.ToString();

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
