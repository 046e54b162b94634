using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>Matches text with literals, <c>*</c> and <c>?</c>: no recursion, and no way back beyond the last <c>*</c>.</summary>
/// <remarks>What comes before the first <c>*</c> is compared at the start of the text, what follows the last one at its end,
/// and each run of segments between two is searched for from left to right, the leftmost position being as good as any. Many <c>*</c>
/// therefore cost no more than reading the text once (StarBombBenchmarks.Compiled).
/// AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM JSON policy elements: Resource</see>.</remarks>
internal ref struct WildcardMatcher<TMeter>
    where TMeter : struct, ICharacterMeter
{
    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<string?> values;
    private readonly TextComparison comparison;
    private readonly bool codePoints;

    /// <summary>Prepares to match a text.</summary>
    /// <param name="text">The whole text, which is data.</param>
    /// <param name="values">The values of the pattern's variables, which are data too.</param>
    /// <param name="comparison">How characters are compared.</param>
    /// <param name="codePoints">True where <c>?</c> is one code point, false where it is one UTF-16 unit.</param>
    internal WildcardMatcher(ReadOnlySpan<char> text, ReadOnlySpan<string?> values, TextComparison comparison, bool codePoints)
    {
        this.text = text;
        this.values = values;
        this.comparison = comparison;
        this.codePoints = codePoints;
    }

    /// <summary>The characters that were compared.</summary>
    internal TMeter Meter;

    /// <summary>True where the whole text matches.</summary>
    internal bool IsMatch(ReadOnlySpan<TextPattern.Segment> pattern)
    {
        int star = IndexOfStar(pattern);
        if (star < 0) return TryMatchAt(pattern, 0, out int end) && end == text.Length;
        if (!TryMatchAt(pattern[..star], 0, out int at)) return false;
        ReadOnlySpan<TextPattern.Segment> rest = pattern[(star + 1)..];
        while ((star = IndexOfStar(rest)) >= 0)
        {
            if (!TryFind(rest[..star], at, out at)) return false;
            rest = rest[(star + 1)..];
        }

        return MatchesEnd(rest, at);
    }

    /// <summary>True where the pattern has a <c>*</c>, and the text begins with what comes before the first one.</summary>
    internal bool BeginsWithRun(ReadOnlySpan<TextPattern.Segment> pattern)
    {
        int star = IndexOfStar(pattern);
        return star >= 0 && TryMatchAt(pattern[..star], 0, out _);
    }

    private static int IndexOfStar(ReadOnlySpan<TextPattern.Segment> pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i].Kind == PatternTokens.Kind.AnyRun) return i;
        }

        return -1;
    }

    /// <summary>Compares a run without <c>*</c> at a position.</summary>
    private bool TryMatchAt(ReadOnlySpan<TextPattern.Segment> run, int start, out int end)
    {
        end = start;
        foreach (ref readonly TextPattern.Segment segment in run)
        {
            if (segment.Kind == PatternTokens.Kind.AnyOne)
            {
                if (end == text.Length || SplitsCharacter(end)) return false;
                end += WidthAt(end);
                continue;
            }

            ReadOnlySpan<char> literal = segment.Literal(values);
            Meter.Add(literal.Length);
            if (!TextComparer.StartsWith(text[end..], literal, comparison)) return false;
            end += literal.Length;
        }

        return true;
    }

    /// <summary>Finds the leftmost position of a run without <c>*</c>.</summary>
    private bool TryFind(ReadOnlySpan<TextPattern.Segment> run, int from, out int end)
    {
        bool seeks = run[0].Kind != PatternTokens.Kind.AnyOne;
        TextSearch search = new(seeks ? run[0].Literal(values) : default, comparison);
        for (int at = from; at <= text.Length; at += at < text.Length ? WidthAt(at) : 1)
        {
            if (seeks)
            {
                int found = search.IndexOf(text[at..], ref Meter);
                if (found < 0) break;
                at += found;
            }

            if (TryMatchAt(run, at, out end)) return true;
        }

        end = from;
        return false;
    }

    /// <summary>Compares a run without <c>*</c> at the end of the text, not reaching back beyond <paramref name="from"/>.</summary>
    private bool MatchesEnd(ReadOnlySpan<TextPattern.Segment> run, int from)
    {
        int at = text.Length;
        for (int i = run.Length - 1; i >= 0; i--)
        {
            if (run[i].Kind == PatternTokens.Kind.AnyOne)
            {
                if (at == 0 || SplitsCharacter(at)) return false;
                at -= at > 1 ? WidthAt(at - 2) == 2 ? 2 : 1 : 1;
            }
            else
            {
                ReadOnlySpan<char> literal = run[i].Literal(values);
                Meter.Add(literal.Length);
                at -= literal.Length;
                if (at < 0 || !TextComparer.StartsWith(text[at..], literal, comparison)) return false;
            }

            if (at < from) return false;
        }

        return true;
    }

    /// <summary>How many UTF-16 units the character at a position takes.</summary>
    private readonly int WidthAt(int at) =>
        codePoints && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>True where a position is within a character.</summary>
    private readonly bool SplitsCharacter(int at) => at > 0 && WidthAt(at - 1) == 2;
}
