using PolicyEngine.Primitives;

namespace PolicyEngine.Matching;

/// <summary>A piece of a compiled pattern. A variable knows its key, and its place among the values that a request gives.</summary>
internal readonly record struct PatternSegment(PatternTokenKind Kind, string Text, string? Default, int Slot, ContextKey? Key)
{
    /// <summary>The characters that this piece stands for: its own, or the value of its variable. Values are never read as patterns.</summary>
    internal ReadOnlySpan<char> Literal(ReadOnlySpan<string?> values) => Kind == PatternTokenKind.Variable ? values[Slot] : Text;
}
