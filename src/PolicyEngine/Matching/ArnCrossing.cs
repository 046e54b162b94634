using System.Buffers;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>Tells whether a resource pattern would match if wildcards at the end of its parts 2 to 5 could cross colons.</summary>
/// <remarks>AWS documents both that they can and that they cannot, so that such a match stays undecided. A part that ends with
/// <c>*</c> takes a run of segments between colons: the first by its pattern, the others by the <c>*</c>.</remarks>
internal readonly ref struct ArnCrossing(AuthorizationRequest request, VariableReading reading)
{
    private const int SegmentsOnStack = 64;
    private const int TailPart = 5;

    /// <summary>Whether it would match.</summary>
    /// <param name="middle">The last parts before the resource part; what stands before them has matched.</param>
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
        foreach (TextPattern part in middle) Advance(part, text, reached);
        bool matches = MatchesTail(tail, text, reached);
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
    private void Advance(TextPattern part, ReadOnlySpan<char> text, Span<bool> reached)
    {
        bool carry = false;
        foreach (ref bool here in reached)
        {
            int end = text.IndexOf(':');
            ReadOnlySpan<char> segment = end < 0 ? text : text[..end];
            bool next = carry;
            carry = carry && part.EndsWithAnyRun;
            if (here && !carry) carry = !part.MatchReading(segment, request.Context, reading).IsFalse;
            here = next;
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    private bool MatchesTail(TextPattern tail, ReadOnlySpan<char> text, ReadOnlySpan<bool> reached)
    {
        foreach (bool here in reached)
        {
            if (here && !tail.MatchReading(text, request.Context, reading).IsFalse) return true;

            // What begins with * matches from the first place on, or nowhere.
            if (here && tail.BeginsWithAnyRun) return false;
            text = text[(text.IndexOf(':') + 1)..];
        }

        return false;
    }
}
