using System.Text.Json;

namespace PolicyEngine.Json;

/// <summary>One token of JSON, as offsets into the text.</summary>
internal struct JsonToken
{
    internal JsonTokenType Type;

    /// <summary>True if there is a backslash between the quotes.</summary>
    internal bool IsEscaped;

    /// <summary>The place of the token, the quotes of a string included.</summary>
    internal TextSpan Span;

    /// <summary>Where the text goes on: behind the token, and behind the colon of a name.</summary>
    internal int End;

    /// <summary>The bytes between the quotes, or the number or word.</summary>
    internal readonly ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> utf8) => Type is JsonTokenType.String or JsonTokenType.PropertyName
        ? utf8.Slice(Span.Start + 1, Span.Length - 2)
        : utf8.Slice(Span.Start, Span.Length);
}
