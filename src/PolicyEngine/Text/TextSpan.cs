namespace PolicyEngine;

/// <summary>A run of bytes in a UTF-8 policy text.</summary>
/// <remarks>Offsets and lengths count bytes, not characters. <see langword="default"/> is the empty span at offset 0.</remarks>
/// <param name="Start">The offset of the first byte, 0-based.</param>
/// <param name="Length">The number of bytes; 0 for an empty span.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just past the last byte, 0-based and exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Makes a span from two offsets.</summary>
    /// <param name="start">The offset of the first byte, inclusive.</param>
    /// <param name="end">The offset past the last byte, exclusive.</param>
    /// <returns>The span from <paramref name="start"/> to <paramref name="end"/>.</returns>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The span as <c>start..end</c>.</summary>
    /// <returns>Both offsets, 0-based, the second exclusive.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Start}..{End}");
}
