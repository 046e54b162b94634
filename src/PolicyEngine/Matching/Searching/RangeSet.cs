namespace PolicyEngine.Matching.Searching;

/// <summary>Numbers in ranges, merged and in order, found by binary search.</summary>
internal sealed class RangeSet<T>
    where T : struct, IComparable<T>
{
    private readonly T[] firsts;
    private readonly T[] lasts;

    /// <summary>Makes a set of ranges, both ends inclusive.</summary>
    internal RangeSet(IEnumerable<(T First, T Last)> ranges)
    {
        List<T> begins = [];
        List<T> ends = [];
        foreach ((T first, T last) in ranges.OrderBy(static range => range.First))
        {
            if (ends.Count > 0 && first.CompareTo(ends[^1]) <= 0)
            {
                if (last.CompareTo(ends[^1]) > 0) ends[^1] = last;
                continue;
            }

            begins.Add(first);
            ends.Add(last);
        }

        firsts = [.. begins];
        lasts = [.. ends];
    }

    /// <summary>True where any range holds the number.</summary>
    internal bool Contains(T number)
    {
        int at = firsts.AsSpan().BinarySearch(number);
        if (at >= 0) return true;
        int before = ~at - 1;
        return before >= 0 && number.CompareTo(lasts[before]) <= 0;
    }
}
