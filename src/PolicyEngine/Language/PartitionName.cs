namespace PolicyEngine.Language;

/// <summary>The form of partition names: <c>aws</c>, followed by any number of hyphens with lower-case words.</summary>
internal static class PartitionName
{
    internal static bool IsValid(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("aws")) return false;
        ReadOnlySpan<char> rest = text[3..];
        while (!rest.IsEmpty)
        {
            if (rest[0] != '-') return false;
            int word = rest[1..].IndexOfAnyExceptInRange('a', 'z');
            if (word < 0) word = rest.Length - 1;
            if (word == 0) return false;
            rest = rest[(word + 1)..];
        }

        return true;
    }
}
