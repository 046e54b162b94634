namespace PolicyEngine;

/// <summary>A decision without the request that it answers, and so without reasons.</summary>
/// <remarks>Immutable; <see langword="default"/> is an implicit deny that is not certain.</remarks>
/// <param name="Decision">The decision: whatever is unknown or undecided is taken to turn out badly.</param>
/// <param name="IsCertain">Whether it stands however what is unknown or undecided would turn out.</param>
public readonly record struct BareDecision(Decision Decision, bool IsCertain)
{
    /// <summary>Whether the request is allowed.</summary>
    public bool IsAllowed => Decision == Decision.Allowed;

    /// <summary>The decision in one or two words.</summary>
    /// <returns>Such as <c>ExplicitDeny</c> or <c>ExplicitDeny (uncertain)</c>.</returns>
    public override string ToString() => IsCertain ? Decision.ToString() : $"{Decision} (uncertain)";
}
