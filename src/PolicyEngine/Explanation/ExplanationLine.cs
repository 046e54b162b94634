namespace PolicyEngine.Explanation;

/// <summary>A line of an explanation, and the lines below it in the tree.</summary>
internal sealed class ExplanationLine
{
    private readonly List<Part> parts = [];
    private readonly List<ExplanationLine> children = [];

    internal IReadOnlyList<Part> Parts => parts;

    internal IReadOnlyList<ExplanationLine> Children => children;

    /// <summary>The blanks before the text.</summary>
    internal int Indent { get; init; }

    /// <summary>The blanks before the lines that it is broken into, but the first.</summary>
    internal int Hanging { get; init; }

    /// <summary>True where the line is not to be broken, as its characters stand under those of another one.</summary>
    internal bool IsVerbatim { get; init; }

    /// <summary>Adds a part; one of the same role as the part before it is joined with it, so that a line is broken at spaces only.</summary>
    internal ExplanationLine Add(string text, TextRole role = TextRole.Plain, string? rule = null)
    {
        if (rule is null && parts is [.., { Rule: null, IsWhole: false } last] && last.Role == role) parts[^1] = last with { Text = last.Text + text };
        else parts.Add(new Part(text, role, rule));
        return this;
    }

    /// <summary>Adds a part that is not broken, and not joined with others.</summary>
    internal ExplanationLine AddWhole(string text, TextRole role = TextRole.Plain, string? file = null)
    {
        parts.Add(new Part(text, role, Rule: null, file, IsWhole: true));
        return this;
    }

    /// <summary>Adds a reason with its rule in brackets; nothing where there is no reason.</summary>
    internal ExplanationLine AddReason(string lead, string text, string? rule)
    {
        if (text.Length == 0) return this;
        return rule is null ? Add($"{lead}{text}") : Add($"{lead}{text} ").Add($"[{rule}]", rule: rule);
    }

    internal ExplanationLine AddChild(ExplanationLine child)
    {
        children.Add(child);
        return child;
    }

    /// <summary>The text of the line alone.</summary>
    public override string ToString() => string.Concat(parts.Select(static part => part.Text));

    /// <summary>A part of a line.</summary>
    /// <param name="Text">The text, without control characters.</param>
    /// <param name="Role">Its role.</param>
    /// <param name="Rule">The id of the rule that it names; null where it names none.</param>
    /// <param name="File">The file that it names; null where it names none.</param>
    /// <param name="IsWhole">True where it is not broken at its spaces.</param>
    internal readonly record struct Part(string Text, TextRole Role, string? Rule, string? File = null, bool IsWhole = false);
}
