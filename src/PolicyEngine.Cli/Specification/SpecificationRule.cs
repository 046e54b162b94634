namespace PolicyEngine.Cli.Specification;

/// <summary>A rule of the specification, as its page has it. Texts are Markdown, in which other rules are bare numbers.</summary>
internal sealed class SpecificationRule
{
    /// <summary>The number, such as <c>A-30</c>.</summary>
    internal required string Id { get; init; }

    /// <summary>What the heading says after the number.</summary>
    internal required string Title { get; init; }

    /// <summary>The name of the page, such as <c>principals.md</c>.</summary>
    internal required string Page { get; init; }

    /// <summary>The anchors right before the heading.</summary>
    internal required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>The rule itself, without the fields below it.</summary>
    internal required string Text { get; init; }

    /// <summary>A question and its answer; null where there is none.</summary>
    internal string? Example { get; init; }

    /// <summary>The pages of AWS that say so, and what is said of them; a piece that is no page has none.</summary>
    internal required IReadOnlyList<(string Text, SourcePage? Page)> SourceParts { get; init; }

    /// <summary>The pages of AWS that say so, by their names, and what is said of them.</summary>
    internal string Source => string.Concat(SourceParts.Select(static part => part.Text));

    /// <summary>The pages that the source names, in its order.</summary>
    internal IEnumerable<SourcePage> Sources => SourceParts.Select(static part => part.Page).OfType<SourcePage>();

    /// <summary>How sure it is.</summary>
    internal required string Confidence { get; init; }

    /// <summary>The number and title.</summary>
    public override string ToString() => $"{Id} {Title}";

    /// <summary>A page of AWS.</summary>
    /// <param name="Name">Its short name on the pages of the specification.</param>
    /// <param name="Title">Its guide and title.</param>
    /// <param name="Url">Its address.</param>
    internal sealed record SourcePage(string Name, string Title, string Url);
}
