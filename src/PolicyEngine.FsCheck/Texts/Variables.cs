namespace PolicyEngine.FsCheck.Texts;

/// <summary>Policy variables in texts, such as <c>${aws:username}</c>.</summary>
internal static class Variables
{
    /// <summary>The text with each variable replaced by what a key is given; what is no variable stays.</summary>
    internal static string Replace(string text, Func<string, string?> valueOf)
    {
        int at = 0;
        while (text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and int start)
        {
            int end = text.IndexOf('}', start);
            if (end < 0) return text;
            string inside = text[(start + 2)..end];
            string? value = inside.Contains(':', StringComparison.Ordinal) ? valueOf(inside.Split(',')[0]) : null;
            if (value is not null) text = string.Concat(text.AsSpan(0, start), value, text.AsSpan(end + 1));
            at = start + (value?.Length ?? end + 1 - start);
        }

        return text;
    }

    /// <summary>The text with a value of a condition key in it written as a variable; null where there is none.</summary>
    internal static string? Write(Draw draw, string text, int from, IEnumerable<(string Key, string Value)> values)
    {
        (string Key, int At, int Length)[] found = [.. values
            .Where(static v => v.Value.Length > 2 && !v.Key.Contains(' ', StringComparison.Ordinal))
            .Select(v => (v.Key, At: text.IndexOf(v.Value, from, StringComparison.Ordinal), v.Value.Length))
            .Where(static v => v.At >= 0)];
        if (found.Length == 0) return null;
        (string key, int at, int length) = draw.Of(found);
        string fallback = draw.OneIn(4) ? ", 'nobody'" : "";
        return $"{text[..at]}${{{key}{fallback}}}{text[(at + length)..]}";
    }
}
