namespace PolicyEngine.Language;

/// <summary>Matches the short names of a list with <c>*</c> and <c>?</c>, ASCII letter case ignored.</summary>
/// <remarks>Goes back to the last <c>*</c> at most, so that a name of n characters costs no more than n times the pattern.</remarks>
internal static class NameWildcard
{
    internal static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int star = -1;
        int resume = 0;
        int p = 0;
        int n = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || AreEqual(pattern[p], name[n])))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++resume;
            }
            else
            {
                return false;
            }
        }

        return !pattern[p..].ContainsAnyExcept('*');
    }

    private static bool AreEqual(char a, char b) => a == b || (char.IsAsciiLetter(a) && (a ^ b) == 0x20);
}
