using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyEngine.Primitives;

/// <summary>Where the first five colons of an ARN stand.</summary>
internal readonly record struct ArnParts(int C1, int C2, int C3, int C4, int C5)
{
    private const ushort FirstBeyondAscii = 0x80;

    /// <summary>Part 0 to 5 of the text that was split.</summary>
    internal ReadOnlySpan<char> Of(string text, int part) => part switch
    {
        0 => text.AsSpan(0, C1),
        1 => text.AsSpan(C1 + 1, C2 - C1 - 1),
        2 => text.AsSpan(C2 + 1, C3 - C2 - 1),
        3 => text.AsSpan(C3 + 1, C4 - C3 - 1),
        4 => text.AsSpan(C4 + 1, C5 - C4 - 1),
        _ => text.AsSpan(C5 + 1),
    };

    /// <summary>Where part 0 to 5 begins.</summary>
    internal int StartOf(int part) => part switch
    {
        0 => 0,
        1 => C1 + 1,
        2 => C2 + 1,
        3 => C3 + 1,
        4 => C4 + 1,
        _ => C5 + 1,
    };

    /// <summary>Splits a request's text at its first five colons.</summary>
    internal static bool TrySplit(string text, out ArnParts parts) => TrySplit(text, out parts, out _);

    /// <summary>Splits a request's text at its first five colons.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">Where the colons stand.</param>
    /// <param name="isAscii">Whether what was read on the way is ASCII: the parts before the fifth colon, and perhaps more.</param>
    internal static bool TrySplit(string text, out ArnParts parts, out bool isAscii)
    {
        Span<int> colons = stackalloc int[5];
        parts = default;
        if (FindColons(text, colons, out isAscii) < colons.Length) return false;
        parts = new ArnParts(colons[0], colons[1], colons[2], colons[3], colons[4]);
        return true;
    }

    /// <summary>Where the first colon stands; negative when there is none.</summary>
    internal static int FindColon(string text)
    {
        int colon = -1;
        FindColons(text, new Span<int>(ref colon), out _);
        return colon;
    }

    /// <summary>Finds as many colons as there is room for, 16 characters at a time: an ARN is split for every request.</summary>
    private static int FindColons(ReadOnlySpan<char> text, Span<int> colons, out bool isAscii)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        Vector256<ushort> seen = default;
        int count = 0;
        int at = 0;
        for (; count < colons.Length && units.Length - at >= Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            Vector256<ushort> block = Vector256.Create(units[at..]);
            seen |= block;
            uint found = Vector256.Equals(block, Vector256.Create((ushort)':')).ExtractMostSignificantBits();
            for (; found != 0 && count < colons.Length; found &= found - 1) colons[count++] = at + BitOperations.TrailingZeroCount(found);
        }

        ushort seenLast = 0;
        for (; at < units.Length && count < colons.Length; at++)
        {
            seenLast |= units[at];
            if (units[at] == ':') colons[count++] = at;
        }

        isAscii = seenLast < FirstBeyondAscii && Vector256.LessThanAll(seen, Vector256.Create(FirstBeyondAscii));
        return count;
    }

    /// <summary>Whether the parts of a policy's text are those of an ARN pattern: six, the first <c>arn</c>, with partition, service and resource.</summary>
    internal static bool ArePattern(List<string> parts) => parts is ["arn", { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }];

    /// <summary>Whether a policy's text is an ARN pattern, without cutting it up.</summary>
    internal static bool IsPattern(ReadOnlySpan<char> text, bool variables)
    {
        Span<int> colons = stackalloc int[5];
        return text.StartsWith("arn:") && FindColons(text, variables, colons) == 5
            && colons[1] > colons[0] + 1 && colons[2] > colons[1] + 1 && colons[4] + 1 < text.Length;
    }

    /// <summary>Finds the first five colons of a pattern outside of variables, and tells how many there are: one less than the parts.</summary>
    internal static int FindColons(ReadOnlySpan<char> text, bool variables, Span<int> colons)
    {
        int count = 0;
        for (int i = 0; i < text.Length && count < 5; i++)
        {
            if (variables && text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                int close = text[i..].IndexOf('}');
                if (close >= 0) i += close;
                else variables = false; // no later one is closed either
            }
            else if (text[i] == ':')
            {
                colons[count++] = i;
            }
        }

        return count;
    }

    /// <summary>Splits a policy's text at its first five colons, of which there may be fewer; colons inside a policy variable do not split.</summary>
    internal static List<string> SplitPattern(string text, bool variables)
    {
        List<string> parts = new(6);
        int start = 0;
        for (int i = 0; i < text.Length && parts.Count < 5; i++)
        {
            if (variables && text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                int close = text.IndexOf('}', i);
                if (close >= 0) i = close;
                else variables = false; // no later one is closed either
            }
            else if (text[i] == ':')
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
