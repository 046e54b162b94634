namespace PolicyEngine.Matching;

/// <summary>One text of an Action or Resource element, compiled.</summary>
internal abstract class RequestPattern
{
    /// <summary>Whether the request has what the text names.</summary>
    internal abstract MatchResult Match(AuthorizationRequest request);

    /// <summary>Whether everything matches, whatever is asked.</summary>
    internal virtual bool IsTrivial => false;

    /// <summary>What a text begins with that matches or is undecided, letter case ignored; null where nothing of use can be said.</summary>
    internal virtual string? LiteralPrefix => null;

    /// <summary>A text that is held by whatever matches or is undecided; null where there is none of use.</summary>
    internal virtual string? LiteralPiece => null;

    /// <summary>Adds the condition keys that the text reads.</summary>
    internal virtual void AddKeys(ICollection<string> keys)
    {
        // Only resources have variables.
    }
}
