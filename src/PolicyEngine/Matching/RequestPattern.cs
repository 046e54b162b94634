namespace PolicyEngine.Matching;

/// <summary>One text of an Action or Resource element, compiled.</summary>
internal abstract class RequestPattern
{
    /// <summary>True where the request has what the text names.</summary>
    internal abstract MatchResult Match(AuthorizationRequest request);

    /// <summary>True where every request matches.</summary>
    internal virtual bool MatchesEverything => false;

    /// <summary>What a text begins with that matches or is undecided, letter case ignored; null where there is no such prefix that helps to find it.</summary>
    internal virtual string? LiteralPrefix => null;

    /// <summary>A substring of whatever matches or is undecided; null where there is none long enough.</summary>
    internal virtual string? RequiredSubstring => null;

    /// <summary>Adds the condition keys that the text reads.</summary>
    internal virtual void AddKeys(ICollection<string> keys)
    {
        // Only resources have variables.
    }
}
