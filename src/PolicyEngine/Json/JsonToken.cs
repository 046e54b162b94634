using System.Text.Json;

namespace PolicyEngine.Json;

/// <summary>One token of JSON, as offsets into the text.</summary>
internal struct JsonToken
{
    internal JsonTokenType Type;

    /// <summary>Whether a backslash stands between the quotes.</summary>
    internal bool IsEscaped;

    /// <summary>Where the token stands, the quotes of a string included.</summary>
    internal TextSpan Span;

    /// <summary>Where the text goes on: behind the token, and behind the colon of a name.</summary>
    internal int End;

    /// <summary>What stands between the quotes, or the number or word.</summary>
    internal readonly ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> utf8) => Type is JsonTokenType.String or JsonTokenType.PropertyName
        ? utf8.Slice(Span.Start + 1, Span.Length - 2)
        : utf8.Slice(Span.Start, Span.Length);
}
