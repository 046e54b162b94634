namespace PolicyEngine;

/// <summary>A run of bytes in a UTF-8 policy text.</summary>
/// <remarks>Offsets and lengths count bytes, not characters. <see langword="default"/> is the empty span at offset 0.</remarks>
public readonly record struct TextSpan
{
    internal TextSpan(int start, int length)
    {
        Start = start;
        Length = length;
    }

    /// <summary>The offset of the first byte, 0-based.</summary>
    public int Start { get; }

    /// <summary>The number of bytes; 0 for an empty span.</summary>
    public int Length { get; }

    /// <summary>The offset just past the last byte, 0-based and exclusive.</summary>
    public int End => Start + Length;

    /// <summary>The span from one offset, inclusive, to another, exclusive.</summary>
    internal static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The span as <c>start..end</c>.</summary>
    /// <returns>Both offsets, 0-based, the second exclusive.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}..{End}");
}
