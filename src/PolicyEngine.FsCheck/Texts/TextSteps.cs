namespace PolicyEngine.FsCheck.Texts;

/// <summary>Texts one step away from a text: another one by a character, and patterns that match it.</summary>
internal static class TextSteps
{
    /// <summary>The text with one letter or digit changed behind a place; never the same text in any letter case.</summary>
    internal static string Miss(Draw draw, string text, int from = 0)
    {
        int[] places = [.. Enumerable.Range(from, Math.Max(0, text.Length - from)).Where(i => char.IsAsciiLetterOrDigit(text[i]))];
        if (places.Length == 0 || draw.OneIn(6)) return text + "x";
        int at = places[draw.Below(places.Length)];
        if (at == text.Length - 1 && at > from && draw.OneIn(4)) return text[..at];
        return string.Concat(text.AsSpan(0, at), [Next(text[at])], text.AsSpan(at + 1));
    }

    /// <summary>A pattern that matches the text: as it is, or with a piece of it as a wildcard.</summary>
    /// <param name="draw">Chooses.</param>
    /// <param name="text">The text, without wildcards of its own.</param>
    /// <param name="from">Where wildcards may begin.</param>
    internal static string Blur(Draw draw, string text, int from = 0)
    {
        if (text.Length <= from) return text;
        int start = from + draw.Below(text.Length - from);
        int end = start + 1 + draw.Below(Math.Min(6, text.Length - start));
        return draw.Below(8) switch
        {
            0 or 1 => string.Concat(text.AsSpan(0, start), "*"),
            2 => string.Concat(text.AsSpan(0, start), "*", text.AsSpan(end)),
            3 => string.Concat(text.AsSpan(0, start), "?", text.AsSpan(start + 1)),
            4 => string.Concat(text.AsSpan(0, start), "*", text.AsSpan(start)),
            _ => text,
        };
    }

    /// <summary>A text that the pattern matches: wildcards become short texts, escaped characters themselves.</summary>
    internal static string Fill(Draw draw, string pattern)
    {
        string text = pattern.Replace("${*}", "\u0001", StringComparison.Ordinal).Replace("${?}", "\u0002", StringComparison.Ordinal).Replace("${$}", "$", StringComparison.Ordinal);
        while (text.IndexOf('*', StringComparison.Ordinal) is >= 0 and int star)
        {
            text = string.Concat(text.AsSpan(0, star), draw.Of("", "x", "orders", "a/b"), text.AsSpan(star + 1));
        }

        return text.Replace('?', draw.Of('a', '7')).Replace('\u0001', '*').Replace('\u0002', '?');
    }

    /// <summary>Where the part of an ARN begins that names the resource; 0 for other texts.</summary>
    internal static int TailOf(string arn)
    {
        int at = 0;
        for (int colons = 0; colons < 5; colons++)
        {
            int next = arn.IndexOf(':', at);
            if (next < 0) return 0;
            at = next + 1;
        }

        return at;
    }

    private static char Next(char c) => c switch
    {
        '9' => '0',
        'z' => 'a',
        'Z' => 'A',
        _ => (char)(c + 1),
    };
}
