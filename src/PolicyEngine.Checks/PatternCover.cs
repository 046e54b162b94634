using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Tells whether one pattern matches all that another matches. Where that cannot be told for certain the answer is no.</summary>
/// <remarks>A wildcard of the cover stands for any wildcard, a question mark for one character; a variable is covered by itself or by a wildcard. Time is bounded by
/// the product of the lengths.</remarks>
internal static class PatternCover
{
    private const int Star = -1;
    private const int Mark = -2;
    private const int FirstVariable = -3;

    /// <summary>True where an action pattern covers another; letter case does not count.</summary>
    internal static bool CoversAction(string cover, string pattern) =>
        ActionForm.Classify(cover, out _) == ActionFormKind.Any || Covers(cover.ToUpperInvariant(), pattern.ToUpperInvariant(), variables: false);

    /// <summary>True where a resource pattern covers another: part by part, so that a wildcard of the cover passes no colon before the resource.</summary>
    internal static bool CoversResource(string cover, string pattern, bool variables)
    {
        if (cover == pattern || ValueText.IsStars(cover)) return true;
        if (ValueText.IsStars(pattern)) return false;
        List<string> covers = ArnParts.SplitPattern(cover, variables);
        List<string> parts = ArnParts.SplitPattern(pattern, variables);
        return covers.Count == 6 && parts.Count == 6 && covers.Zip(parts).All(pair => Covers(pair.First, pair.Second, variables));
    }

    /// <summary>True where the actions of one element are all of another's.</summary>
    internal static bool CoversActions(ActionElement? cover, ActionElement? actions)
    {
        if (cover is not { IsNegated: false } || actions is null) return false;
        return actions.IsNegated
            ? cover.Patterns.Any(static each => ActionForm.Classify(each.Text, out _) == ActionFormKind.Any)
            : CoversAll(cover.Patterns, actions.Patterns, StringComparer.OrdinalIgnoreCase, CoversAction);
    }

    /// <summary>True where the resources of one element are all of another's; elements that are absent are of a policy on one resource.</summary>
    internal static bool CoversResources(ResourceElement? cover, ResourceElement? resources, bool variables)
    {
        if (cover is null) return resources is null;
        if (cover.IsNegated) return false;
        if (resources is null or { IsNegated: true }) return cover.Patterns.Any(static each => ValueText.IsStars(each.Text));
        return CoversAll(cover.Patterns, resources.Patterns, StringComparer.Ordinal, (own, each) => CoversResource(own, each, variables));
    }

    /// <summary>Texts without a wildcard cover equal ones alone, so that only the others are tried.</summary>
    private static bool CoversAll(SyntaxList<TextValue> covers, SyntaxList<TextValue> patterns, StringComparer comparer, Func<string, string, bool> coversOne)
    {
        HashSet<string> equal = new(comparer);
        List<(string Text, int Head)> open = [];
        foreach (TextValue cover in covers)
        {
            equal.Add(cover.Text);
            int head = cover.Text.AsSpan().IndexOfAny("*?$");
            if (cover.Text.AsSpan().ContainsAny('*', '?')) open.Add((cover.Text, head));
        }

        return patterns.All(pattern => equal.Contains(pattern.Text) || open.Exists(own => BeginsAlike(own.Text.AsSpan(0, own.Head), pattern.Text) && coversOne(own.Text, pattern.Text)));
    }

    /// <summary>What stands before the first wildcard of a cover begins whatever it covers: most pairs end here.</summary>
    private static bool BeginsAlike(ReadOnlySpan<char> head, ReadOnlySpan<char> pattern) => pattern.StartsWith(head, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a pattern covers another, character by character.</summary>
    internal static bool Covers(string cover, string pattern, bool variables)
    {
        List<string> names = [];
        List<int> covers = Cut(cover, variables, names);
        List<int> parts = Cut(pattern, variables, names);
        (int at, int star, int from) = (0, -1, 0);
        for (int i = 0; i < parts.Count;)
        {
            if (at < covers.Count && covers[at] == Star)
            {
                (star, from) = (at++, i);
            }
            else if (at < covers.Count && (covers[at] == Mark ? parts[i] is >= 0 or Mark : covers[at] == parts[i] && parts[i] != Star))
            {
                at++;
                i++;
            }
            else if (star >= 0)
            {
                (at, i) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        while (at < covers.Count && covers[at] == Star) at++;
        return at == covers.Count;
    }

    /// <summary>The pattern as characters, wildcards and variables.</summary>
    private static List<int> Cut(string text, bool variables, List<string> names)
    {
        List<int> cut = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int close = variables && text.AsSpan(i).StartsWith("${") ? text.IndexOf('}', i) : -1;
            if (close > i)
            {
                string name = text[i..close];
                if (!names.Contains(name, StringComparer.Ordinal)) names.Add(name);
                cut.Add(FirstVariable - names.IndexOf(name));
                i = close;
                continue;
            }

            cut.Add(text[i] switch { '*' => Star, '?' => Mark, _ => text[i] });
        }

        return cut;
    }
}
