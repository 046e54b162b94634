namespace PolicyEngine;

/// <summary>A decision without the request that it answers: the result for a request that stays with its builder.</summary>
/// <remarks>Immutable; <see langword="default"/> is an implicit deny that is not certain.</remarks>
public readonly record struct DecisionResult
{
    internal DecisionResult(Decision decision, bool isCertain)
    {
        Decision = decision;
        IsCertain = isCertain;
    }

    /// <summary>The decision: everything unknown or undecided is taken at its worst.</summary>
    public Decision Decision { get; }

    /// <summary>True where no outcome of what is unknown or undecided would change the decision.</summary>
    public bool IsCertain { get; }

    /// <summary>True where the request is allowed.</summary>
    public bool IsAllowed => Decision == Decision.Allowed;

    /// <summary>The decision in one or two words.</summary>
    /// <returns>Such as <c>ExplicitDeny</c> or <c>ExplicitDeny (uncertain)</c>.</returns>
    public override string ToString() => IsCertain ? Decision.ToString() : $"{Decision} (uncertain)";
}
