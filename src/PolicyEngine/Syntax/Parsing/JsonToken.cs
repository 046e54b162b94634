using System.Text.Json;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>One token of JSON, as offsets into the text.</summary>
internal struct JsonToken
{
    internal JsonTokenType Type;

    /// <summary>The first byte, the quote of a string included.</summary>
    internal int Start;

    /// <summary>The byte after the last one; for a name, after its colon.</summary>
    internal int End;

    /// <summary>The first byte between the quotes, or of the number or word.</summary>
    internal int ValueStart;

    internal int ValueLength;

    /// <summary>Whether a backslash stands between the quotes.</summary>
    internal bool IsEscaped;

    /// <summary>The objects and arrays around the token; around its object or array for a brace or bracket.</summary>
    internal int Depth;

    internal readonly TextSpan Span => Type == JsonTokenType.PropertyName
        ? new TextSpan(Start, ValueLength + 2)
        : TextSpan.FromBounds(Start, End);
}
