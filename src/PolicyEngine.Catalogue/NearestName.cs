using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>Finds the names that are spelt most like another, letter case free.</summary>
internal static class NearestName
{
    /// <summary>The most letters that may differ.</summary>
    private const int MaxDistance = 3;

    /// <summary>The part of a name's length that may differ.</summary>
    private const int Share = 3;

    /// <summary>Names are shorter; what is longer is like none.</summary>
    private const int MaxLength = 128;

    /// <summary>All names at the least distance that is near enough, in the order given.</summary>
    internal static ImmutableArray<string> Find(string name, IEnumerable<string> known)
    {
        int least = Math.Min(MaxDistance, name.Length / Share);
        if (name.Length > MaxLength) return [];
        List<string> nearest = [];
        foreach (string candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > least) continue;
            int distance = DistanceOf(name, candidate);
            if (distance > least) continue;
            if (distance < least) nearest.Clear();
            least = distance;
            nearest.Add(candidate);
        }

        return [.. nearest];
    }

    /// <summary>How many letters are wrong, missing, too much, or have changed places with their neighbour (Damerau and Levenshtein).</summary>
    internal static int DistanceOf(string one, string other)
    {
        int width = other.Length + 1;
        Span<int> before = stackalloc int[width];
        Span<int> last = stackalloc int[width];
        Span<int> row = stackalloc int[width];
        for (int j = 0; j < width; j++) last[j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j < width; j++)
            {
                int cost = AreEqual(one[i - 1], other[j - 1]) ? 0 : 1;
                int distance = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                bool isSwapped = i > 1 && j > 1 && AreEqual(one[i - 1], other[j - 2]) && AreEqual(one[i - 2], other[j - 1]);
                row[j] = isSwapped ? Math.Min(distance, before[j - 2] + 1) : distance;
            }

            Span<int> oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[^1];
    }

    private static bool AreEqual(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
