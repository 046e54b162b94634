using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>A piece of a compiled pattern.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slot">Of a variable: its place among the values that a request gives.</param>
/// <param name="Text">The characters of a literal; the name of a variable.</param>
internal readonly record struct PatternSegment(PatternTokenKind Kind, int Slot, string Text)
{
    /// <summary>The characters that this piece stands for: its own, or the value of its variable. Values are never read as patterns.</summary>
    internal ReadOnlySpan<char> Literal(ReadOnlySpan<string?> values) => Kind == PatternTokenKind.Variable ? values[Slot] : Text;
}

/// <summary>A variable of a pattern.</summary>
/// <param name="Key">The condition key whose value it takes.</param>
/// <param name="Default">The text that stands where the key has no value; null where there is none.</param>
internal sealed record PatternVariable(ConditionKey Key, string? Default);
