using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyEngine.Language;

/// <summary>The places of the first five colons of an ARN.</summary>
internal readonly record struct ArnParts(int C1, int C2, int C3, int C4, int C5)
{
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
    internal static bool TrySplit(string text, out ArnParts parts)
    {
        Span<int> colons = stackalloc int[5];
        parts = default;
        if (FindColons(text, colons) < colons.Length) return false;
        parts = new ArnParts(colons[0], colons[1], colons[2], colons[3], colons[4]);
        return true;
    }

    /// <summary>Finds as many colons as there is room for, 16 characters at a time: an ARN is split for every request, and for every resource that is read.</summary>
    private static int FindColons(ReadOnlySpan<char> text, Span<int> colons)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        int count = 0;
        int at = 0;
        for (; units.Length - at >= Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            uint found = Vector256.Equals(Vector256.Create(units[at..]), Vector256.Create((ushort)':')).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                colons[count++] = at + BitOperations.TrailingZeroCount(found);
                if (count == colons.Length) return count;
            }
        }

        for (; at < text.Length && count < colons.Length; at++)
        {
            if (text[at] == ':') colons[count++] = at;
        }

        return count;
    }

    /// <summary>True where the parts of a policy's text are those of an ARN pattern: six, the first <c>arn</c>, with partition, service and resource.</summary>
    internal static bool ArePattern(List<string> parts) => parts is ["arn", { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }];

    /// <summary>True where a policy's text is an ARN pattern, without cutting it up.</summary>
    internal static bool IsPattern(ReadOnlySpan<char> text, bool variables)
    {
        Span<int> colons = stackalloc int[5];
        return text.StartsWith("arn:") && FindColons(text, variables && PatternTokens.HasVariable(text), colons) == 5
            && colons[1] > colons[0] + 1 && colons[2] > colons[1] + 1 && colons[4] + 1 < text.Length;
    }

    /// <summary>Finds the first five colons of a pattern outside of variables, and tells how many there are: one less than the parts.</summary>
    internal static int FindColons(ReadOnlySpan<char> text, bool variables, Span<int> colons)
    {
        if (!variables) return FindColons(text, colons);
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
