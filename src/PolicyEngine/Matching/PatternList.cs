namespace PolicyEngine.Matching;

/// <summary>An Action, NotAction, Resource or NotResource element: any of its texts, or none of them.</summary>
internal sealed class PatternList(RequestPattern[] patterns, bool isNegated)
{
    internal RequestPattern this[int index] => patterns[index];

    internal int Count => patterns.Length;

    /// <summary>True for NotAction and NotResource.</summary>
    internal bool IsNegated => isNegated;

    /// <summary>True where every request matches.</summary>
    internal bool MatchesEverything { get; } = !isNegated && Array.Exists(patterns, static pattern => pattern.MatchesEverything);

    /// <summary>Adds the condition keys that the texts read.</summary>
    internal void AddKeys(ICollection<string> keys)
    {
        foreach (RequestPattern pattern in patterns) pattern.AddKeys(keys);
    }

    internal MatchResult Match(AuthorizationRequest request)
    {
        MatchResult any = MatchResult.No(MatchReason.None);
        foreach (RequestPattern pattern in patterns)
        {
            any = any.Or(pattern.Match(request));
            if (any.IsTrue) break;
        }

        if (!isNegated) return any.OrElse(MatchReason.EmptyList);
        return patterns.Length == 0 ? MatchResult.Undecided(MatchReason.EmptyList) : any.Not();
    }
}
