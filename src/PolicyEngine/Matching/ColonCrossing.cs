using System.Buffers;

namespace PolicyEngine.Matching;

/// <summary>Finds out if a resource pattern would match where wildcards at the end of its parts 2 to 5 could cross colons.</summary>
/// <remarks>AWS documents both that they can and that they cannot, so that such a match stays undecided. A part that ends with
/// <c>*</c> takes a run of segments between colons: the first by its pattern, the others by the <c>*</c>.</remarks>
internal ref struct ColonCrossing<TMeter>
    where TMeter : struct, ICharacterMeter
{
    private const int SegmentsOnStack = 64;
    private const int TailPart = 5;
    private readonly AuthorizationRequest request;
    private readonly ReadOnlySpan<string?> values;

    /// <summary>Looks at a resource.</summary>
    /// <param name="request">The request with the resource.</param>
    /// <param name="values">The texts of the variables of all parts.</param>
    internal ColonCrossing(AuthorizationRequest request, ReadOnlySpan<string?> values)
    {
        this.request = request;
        this.values = values;
    }

    /// <summary>The characters that were looked at.</summary>
    internal TMeter Meter;

    /// <summary>True where it would match.</summary>
    /// <param name="middle">The last parts before the resource part; what comes before them has matched.</param>
    /// <param name="tail">The resource part.</param>
    internal bool IsMatch(ReadOnlySpan<TextPattern> middle, TextPattern tail)
    {
        ReadOnlySpan<char> text = request.MatchedResource.AsSpan(request.ResourceParts.StartOf(TailPart - middle.Length));
        int segments = text.Count(':') + 1;
        if (segments == middle.Length + 1 || !HasCrossingPart(middle)) return false;
        bool[]? rented = segments <= SegmentsOnStack ? null : ArrayPool<bool>.Shared.Rent(segments);
        Span<bool> reached = rented is null ? stackalloc bool[segments] : rented.AsSpan(0, segments);
        reached.Clear();
        reached[0] = true;
        ReadOnlySpan<string?> remaining = values;
        foreach (TextPattern part in middle)
        {
            Meter.Add(text.Length);
            Advance(part, text, remaining[..part.Variables.Length], reached);
            remaining = remaining[part.Variables.Length..];
        }

        bool matches = MatchesTail(tail, text, remaining, reached);
        if (rented is not null) ArrayPool<bool>.Shared.Return(rented);
        return matches;
    }

    private static bool HasCrossingPart(ReadOnlySpan<TextPattern> parts)
    {
        foreach (TextPattern part in parts)
        {
            if (part.EndsWithAnyRun) return true;
        }

        return false;
    }

    /// <summary>From the segments at which a part may begin to those at which the next one may.</summary>
    private static void Advance(TextPattern part, ReadOnlySpan<char> text, ReadOnlySpan<string?> values, Span<bool> reached)
    {
        bool carry = false;
        foreach (ref bool here in reached)
        {
            int end = text.IndexOf(':');
            ReadOnlySpan<char> segment = end < 0 ? text : text[..end];
            bool next = carry;
            carry = carry && part.EndsWithAnyRun;
            if (here && !carry) carry = !part.MatchResolved(segment, values).IsFalse;
            here = next;
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    /// <summary>Tries the resource part where it may begin, with each reading of <c>?</c>.</summary>
    /// <remarks>One with a <c>*</c> that begins at a position and does not match there matches nowhere further on, since the leftmost position is as good as any:
    /// a resource of many colons costs no more than its length.</remarks>
    private bool MatchesTail(TextPattern tail, ReadOnlySpan<char> text, ReadOnlySpan<string?> tailValues, scoped ReadOnlySpan<bool> reached)
    {
        bool triesUnits = true;
        bool triesPoints = tail.HasAnyOne && text.ContainsAnyInRange('\uD800', '\uDFFF');
        Meter.Add(text.Length);
        foreach (bool here in reached)
        {
            if (here)
            {
                if (triesUnits && IsMatch(tail, text, tailValues, codePoints: false, out triesUnits)) return true;
                if (triesPoints && IsMatch(tail, text, tailValues, codePoints: true, out triesPoints)) return true;
                if (!triesUnits && !triesPoints) return false;
            }

            text = text[(text.IndexOf(':') + 1)..];
        }

        return false;
    }

    /// <summary>Tries the resource part at one position.</summary>
    private bool IsMatch(TextPattern tail, ReadOnlySpan<char> text, ReadOnlySpan<string?> tailValues, bool codePoints, out bool goesOn)
    {
        WildcardMatcher<TMeter> matcher = new(text, tailValues, TextComparison.Ordinal, codePoints) { Meter = Meter };
        bool matches = matcher.IsMatch(tail.Segments);
        goesOn = !matches && !matcher.BeginsWithRun(tail.Segments);
        Meter = matcher.Meter;
        return matches;
    }
}
