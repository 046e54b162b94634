using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The bytes of one policy document, its display name, and where its lines begin.</summary>
/// <remarks>Immutable and safe for concurrent use. Bytes that could change are copied, and none are checked here: the parser reports
/// what is not UTF-8. Equality is by reference.</remarks>
[DebuggerDisplay("{Name,nq}, {Length} bytes")]
public sealed class PolicyText
{
    private readonly byte[] utf8;
    private readonly LinePosition origin;
    private int[]? lineStarts;

    private PolicyText(byte[] utf8, string name, LinePosition origin)
    {
        this.utf8 = utf8;
        this.origin = origin;
        Name = name;
    }

    /// <summary>The name shown in diagnostics, usually a file name; empty when none was given.</summary>
    public string Name { get; }

    /// <summary>The length in bytes.</summary>
    public int Length => utf8.Length;

    /// <summary>The bytes of the text.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>Makes a text from bytes, which are copied.</summary>
    /// <param name="utf8">The bytes, supposed to be UTF-8.</param>
    /// <param name="name">The name shown in diagnostics.</param>
    /// <param name="origin">Where the text begins in its file, when it is a part of a larger one; default is line 1, column 1.</param>
    /// <returns>The text.</returns>
    public static PolicyText FromUtf8(ReadOnlySpan<byte> utf8, string name = "", LinePosition? origin = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new PolicyText(utf8.ToArray(), name, origin ?? new LinePosition(1, 1));
    }

    /// <summary>Makes a text from bytes that cannot change, which are not copied.</summary>
    /// <param name="utf8">The bytes, supposed to be UTF-8.</param>
    /// <param name="name">The name shown in diagnostics.</param>
    /// <param name="origin">Where the text begins in its file, when it is a part of a larger one; default is line 1, column 1.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException"><paramref name="utf8"/> is the default value, which is no array.</exception>
    public static PolicyText FromImmutable(ImmutableArray<byte> utf8, string name = "", LinePosition? origin = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        byte[] bytes = ImmutableCollectionsMarshal.AsArray(utf8) ?? throw new ArgumentException("The array is the default value.", nameof(utf8));
        return new PolicyText(bytes, name, origin ?? new LinePosition(1, 1));
    }

    /// <summary>Makes a text from a string.</summary>
    /// <remarks>A lone surrogate, which UTF-8 cannot hold, becomes bytes that the parser refuses.</remarks>
    /// <param name="text">The characters.</param>
    /// <param name="name">The name shown in diagnostics.</param>
    /// <param name="origin">Where the text begins in its file; default is line 1, column 1.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static PolicyText FromString(string text, string name = "", LinePosition? origin = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return new PolicyText(Utf8Text.Encode(text), name, origin ?? new LinePosition(1, 1));
    }

    /// <summary>Tells the line and column of a byte.</summary>
    /// <remarks>The first call reads the text once to find its lines; later ones cost a binary search and the length of one line.</remarks>
    /// <param name="offset">The byte offset, 0-based; <see cref="Length"/> is the end of the text.</param>
    /// <returns>The position, 1-based.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> lies outside the text.</exception>
    public LinePosition GetPosition(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        int[] starts = lineStarts ??= Utf8Text.FindLineStarts(utf8);
        int found = Array.BinarySearch(starts, offset);
        int line = found >= 0 ? found : ~found - 1;
        int column = 1 + Utf8Text.CountCodePoints(utf8.AsSpan(starts[line], offset - starts[line]));
        return line == 0
            ? new LinePosition(origin.Line, origin.Column + column - 1)
            : new LinePosition(origin.Line + line, column);
    }

    /// <summary>The characters of a span.</summary>
    /// <param name="span">The span, in bytes.</param>
    /// <returns>The decoded text; bytes that are not UTF-8 become U+FFFD.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="span"/> lies outside the text.</exception>
    public string Slice(TextSpan span) => Encoding.UTF8.GetString(utf8.AsSpan(span.Start, span.Length));

    /// <summary>The line that holds a byte, without its line end.</summary>
    /// <param name="offset">The byte offset, 0-based.</param>
    /// <returns>The span of the line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> lies outside the text.</exception>
    public TextSpan GetLine(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length);
        int[] starts = lineStarts ??= Utf8Text.FindLineStarts(utf8);
        int found = Array.BinarySearch(starts, offset);
        int start = starts[found >= 0 ? found : ~found - 1];
        int length = utf8.AsSpan(start).IndexOfAny((byte)'\r', (byte)'\n');
        return new TextSpan(start, length < 0 ? Length - start : length);
    }

    /// <summary>The whole text, decoded.</summary>
    /// <returns>All characters of the text.</returns>
    public override string ToString() => Slice(new TextSpan(0, Length));
}
