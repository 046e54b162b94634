using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>Tells whether a resource pattern would match if wildcards at the end of its parts 2 to 5 could cross colons.</summary>
/// <remarks>AWS documents both that they can and that they cannot, so that such a match stays undecided. A part that ends with
/// <c>*</c> takes a run of segments between colons: the first by its pattern, the others by the <c>*</c>.</remarks>
internal static class ArnCrossing
{
    private const int HeadLength = 5;

    internal static bool IsMatch(ReadOnlySpan<TextPattern> parts, AuthorizationRequest request, VariableReading reading) => IsMatch(parts, request, reading, out _);

    /// <summary>Tells it, and how many places the last part was tried at.</summary>
    /// <remarks>A last part with a <c>*</c> that begins at a place and does not match there matches nowhere further on, since the leftmost place is
    /// as good as any. It is tried until it begins, so that a resource of many colons costs no more than its length.</remarks>
    internal static bool IsMatch(ReadOnlySpan<TextPattern> parts, AuthorizationRequest request, VariableReading reading, out int tried)
    {
        tried = 0;
        string text = request.MatchedResource;
        if (!HasCrossingPart(parts) || request.ResourceParts.Of(text, HeadLength).IndexOf(':') < 0) return false;
        if (!parts[0].MatchReading(request.ResourceParts.Of(text, 0), request.Context, reading).IsTrue) return false;

        int[] starts = FindSegments(text);
        Span<bool> reached = new bool[starts.Length + 1];
        reached[1] = true;
        for (int part = 1; part < HeadLength; part++) Advance(parts[part], text, starts, reached, request, reading);
        (bool units, bool points) = (false, false);
        for (int segment = 0; segment < starts.Length && !(units && points); segment++)
        {
            if (!reached[segment]) continue;
            ReadOnlySpan<char> rest = text.AsSpan(starts[segment]);
            tried++;
            if (!parts[HeadLength].MatchReading(rest, request.Context, reading).IsFalse) return true;
            units |= parts[HeadLength].BeginsWithRun(rest, request.Context, reading, codePoints: false);
            points |= parts[HeadLength].BeginsWithRun(rest, request.Context, reading, codePoints: true);
        }

        return false;
    }

    private static bool HasCrossingPart(ReadOnlySpan<TextPattern> parts)
    {
        for (int i = 1; i < HeadLength; i++)
        {
            if (parts[i].EndsWithAnyRun) return true;
        }

        return false;
    }

    /// <summary>From the segments at which a part may begin to those at which the next one may.</summary>
    private static void Advance(TextPattern part, string text, int[] starts, Span<bool> reached, AuthorizationRequest request, VariableReading reading)
    {
        bool carry = false;
        for (int segment = 0; segment < starts.Length; segment++)
        {
            bool next = carry;
            if (reached[segment])
            {
                int end = segment + 1 < starts.Length ? starts[segment + 1] - 1 : text.Length;
                bool matches = !part.MatchReading(text.AsSpan(starts[segment], end - starts[segment]), request.Context, reading).IsFalse;
                carry = matches || (carry && part.EndsWithAnyRun);
            }
            else
            {
                carry = carry && part.EndsWithAnyRun;
            }

            reached[segment] = next;
        }
    }

    private static int[] FindSegments(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ':') starts.Add(i + 1);
        }

        return [.. starts];
    }
}
