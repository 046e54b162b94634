using System.Text;

namespace PolicyEngine.Workloads.Naive;

/// <summary>Wildcards by one loop over characters that goes back to the last star, and variables put in by copying.</summary>
internal static class NaiveText
{
    internal static bool Glob(string pattern, string text, bool ignoresCase = false)
    {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t] || (ignoresCase && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <summary>The pattern with the values of its variables; null when one is missing.</summary>
    internal static string? Expand(string pattern, NaiveRequest request)
    {
        int open = pattern.IndexOf("${", StringComparison.Ordinal);
        if (open < 0) return pattern;
        StringBuilder expanded = new();
        int at = 0;
        while (open >= 0)
        {
            int close = pattern.IndexOf('}', open);
            if (!request.Context.TryGetValue(pattern[(open + 2)..close], out string[]? values)) return null;
            expanded.Append(pattern, at, open - at).Append(values[0]);
            at = close + 1;
            open = pattern.IndexOf("${", at, StringComparison.Ordinal);
        }

        return expanded.Append(pattern, at, pattern.Length - at).ToString();
    }
}
