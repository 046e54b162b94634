using System.Text;

namespace PolicyEngine.Matching;

/// <summary>Searches texts for one literal. Where letter case is ignored the time is linear in both, whatever they repeat, and no memory is taken.</summary>
/// <remarks>Two-way string matching: M. Crochemore and D. Perrin, <see href="https://doi.org/10.1145/116825.116845">Two-way string-matching</see>, 1991. The
/// literal is cut where its longest repetition begins anew; its right part is compared first, from left to right, then its left part, from right to left.</remarks>
internal readonly ref struct TextSearch
{
    private readonly ReadOnlySpan<char> literal;
    private readonly TextComparison comparison;

    /// <summary>The last character of the left part; -1 where it is empty.</summary>
    private readonly int cut;

    /// <summary>How far the literal is moved when it was found, or all but its left part.</summary>
    private readonly int period;

    /// <summary>True where the literal repeats itself with that period, so that what was compared need not be compared again.</summary>
    private readonly bool repeats;

    internal TextSearch(ReadOnlySpan<char> literal, TextComparison comparison)
    {
        this.literal = literal;
        this.comparison = comparison;
        if (comparison == TextComparison.Ordinal || literal.Length < 2) return;
        (int ascending, int ascendingPeriod) = FindMaximalSuffix(descends: false);
        (int descending, int descendingPeriod) = FindMaximalSuffix(descends: true);
        (cut, period) = ascending > descending ? (ascending, ascendingPeriod) : (descending, descendingPeriod);
        repeats = Repeats();
        if (!repeats) period = Math.Max(cut + 1, literal.Length - cut - 1) + 1;
    }

    /// <summary>Where the text first holds the literal, or -1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="meter">Counts the characters that are looked at; of an ordinal search those that are passed.</param>
    internal int IndexOf<TMeter>(ReadOnlySpan<char> text, ref TMeter meter)
        where TMeter : struct, ICharacterMeter
    {
        if (comparison == TextComparison.Ordinal)
        {
            int found = text.IndexOf(literal);
            meter.Add(found < 0 ? text.Length : found);
            return found;
        }

        if (literal.IsEmpty) return 0;
        for (int at = 0, known = -1; at <= text.Length - literal.Length;)
        {
            int right = Math.Max(cut, known) + 1;
            int end = right;
            while (end < literal.Length && At(literal, end) == At(text, at + end)) end++;
            meter.Add(end - right + 1);
            if (end < literal.Length)
            {
                at += Math.Max(end - cut, 1);
                known = -1;
                continue;
            }

            int left = cut;
            while (left > known && At(literal, left) == At(text, at + left)) left--;
            meter.Add(cut - left + 1);
            if (left <= known) return at;
            at += Math.Max(period, 1);
            known = repeats ? literal.Length - period - 1 : -1;
        }

        return -1;
    }

    /// <summary>The last character before the greatest suffix of the literal, by one order of characters or the opposite one, and the period of that suffix.</summary>
    private (int Before, int Period) FindMaximalSuffix(bool descends)
    {
        (int before, int from, int length, int own) = (-1, 0, 1, 1);
        while (from + length < literal.Length)
        {
            int order = At(literal, from + length) - At(literal, before + length);
            if (descends) order = -order;
            if (order < 0)
            {
                from += length;
                length = 1;
                own = from - before;
            }
            else if (order > 0)
            {
                before = from;
                from = before + 1;
                (length, own) = (1, 1);
            }
            else if (length == own)
            {
                from += own;
                length = 1;
            }
            else
            {
                length++;
            }
        }

        return (before, own);
    }

    /// <summary>True where the left part comes again one period later.</summary>
    private bool Repeats()
    {
        if (cut + 1 + period > literal.Length) return false;
        for (int i = 0; i <= cut; i++)
        {
            if (At(literal, i) != At(literal, i + period)) return false;
        }

        return true;
    }

    /// <summary>A character as it is compared; of a pair its own half.</summary>
    private char At(ReadOnlySpan<char> text, int at) => comparison == TextComparison.IgnoreAsciiCase ? TextComparer.FoldAscii(text[at]) : FoldUnicode(text, at);

    private static char FoldUnicode(ReadOnlySpan<char> text, int at)
    {
        char own = text[at];
        if (!char.IsSurrogate(own)) return (char)TextComparer.Fold(new Rune(own)).Value;
        bool isLow = char.IsLowSurrogate(own);
        int high = isLow ? at - 1 : at;
        if (high < 0 || high + 1 >= text.Length || !Rune.TryCreate(text[high], text[high + 1], out Rune pair)) return own;
        Span<char> folded = stackalloc char[2];
        TextComparer.Fold(pair).EncodeToUtf16(folded);
        return folded[isLow ? 1 : 0];
    }
}
