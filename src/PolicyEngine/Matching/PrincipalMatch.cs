namespace PolicyEngine.Matching;

/// <summary>Which kinds of principal entries matched a caller, for certain or perhaps.</summary>
/// <param name="Certain">The kinds of entries that match.</param>
/// <param name="Unknown">The kinds of entries that may match, for reasons of which something unknown is the only one.</param>
/// <param name="Defective">The kinds of entries that may match, for other reasons.</param>
internal readonly record struct PrincipalMatch(PrincipalMatchKinds Certain, PrincipalMatchKinds Unknown, PrincipalMatchKinds Defective)
{
    /// <summary>The bare <c>"*"</c> matches.</summary>
    internal static PrincipalMatch Everyone => new(PrincipalMatchKinds.Everyone, PrincipalMatchKinds.None, PrincipalMatchKinds.None);

    /// <summary>Whether any entry may match without matching for certain.</summary>
    internal bool IsUndecided => (Unknown | Defective) != PrincipalMatchKinds.None;

    /// <summary>The same with one more entry.</summary>
    internal PrincipalMatch With(PrincipalMatchKinds kind, MatchResult match)
    {
        if (match.IsFalse) return this;
        if (match.IsTrue) return this with { Certain = Certain | kind };
        return match.HasDefect ? this with { Defective = Defective | kind } : this with { Unknown = Unknown | kind };
    }
}
