using System.Collections.Immutable;

namespace PolicyEngine.Checks;

/// <summary>A change of the text that mends what was found. The text that it leaves parses.</summary>
/// <remarks>Immutable. Only offered where there is one way to mend.</remarks>
public sealed class FindingFix
{
    internal FindingFix(bool keepsMeaning, params ImmutableArray<TextEdit> edits)
    {
        KeepsMeaning = keepsMeaning;
        Edits = edits;
    }

    /// <summary>True when the changed policy decides every request as before.</summary>
    public bool KeepsMeaning { get; }

    /// <summary>The replacements, all together, none over another.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>How many replacements there are, and whether they keep the meaning.</summary>
    /// <returns>Such as <c>1 edit, same meaning</c>.</returns>
    public override string ToString() => $"{Edits.Length} edit{(Edits.Length == 1 ? "" : "s")}, {(KeepsMeaning ? "same" : "other")} meaning";
}
