namespace PolicyEngine.Cli.Specification;

/// <summary>A piece of a line of Markdown.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What a reader sees of it.</param>
/// <param name="Raw">As it is written.</param>
internal readonly record struct MarkdownRun(MarkdownRunKind Kind, string Text, string Raw)
{
    /// <summary>Where a link leads; empty for all else.</summary>
    internal string Target { get; init; } = "";

    /// <summary>Takes a line apart.</summary>
    internal static IEnumerable<MarkdownRun> Read(string line)
    {
        int plain = 0;
        for (int at = 0; at < line.Length;)
        {
            if (ReadAt(line, at) is not { } run)
            {
                at++;
                continue;
            }

            if (at > plain) yield return new MarkdownRun(MarkdownRunKind.Plain, line[plain..at], line[plain..at]);
            yield return run;
            at += run.Raw.Length;
            plain = at;
        }

        if (plain < line.Length) yield return new MarkdownRun(MarkdownRunKind.Plain, line[plain..], line[plain..]);
    }

    private static MarkdownRun? ReadAt(string line, int at) => line[at] switch
    {
        '`' => Enclosed(line, at, "`", MarkdownRunKind.Code),
        '*' when line.AsSpan(at).StartsWith("**") => Enclosed(line, at, "**", MarkdownRunKind.Strong),
        '*' => Enclosed(line, at, "*", MarkdownRunKind.Strong),
        '[' => Bracketed(line, at),
        _ => null,
    };

    private static MarkdownRun? Enclosed(string line, int at, string mark, MarkdownRunKind kind)
    {
        int start = at + mark.Length;
        int end = line.IndexOf(mark, start, StringComparison.Ordinal);
        return end <= start ? null : new MarkdownRun(kind, line[start..end], line[at..(end + mark.Length)]);
    }

    /// <summary>A link with its target, or a name in brackets whose target is defined elsewhere.</summary>
    private static MarkdownRun? Bracketed(string line, int at)
    {
        int close = line.IndexOf(']', at);
        if (close < 0) return null;
        string text = line[(at + 1)..close];
        bool isLink = line.AsSpan(close + 1).StartsWith("(");
        int end = isLink ? line.IndexOf(')', close) : close;
        if (end < 0) return null;
        return new MarkdownRun(isLink ? MarkdownRunKind.Link : MarkdownRunKind.Reference, text, line[at..(end + 1)]) { Target = isLink ? line[(close + 2)..end] : "" };
    }
}
