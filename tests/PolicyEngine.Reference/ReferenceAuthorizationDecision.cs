namespace PolicyEngine.Reference;

/// <summary>What a policy set decides about a request.</summary>
/// <param name="Outcome">A-03, A-91: the decision with everything unknown at its worst.</param>
/// <param name="BestCase">A-91: the decision if all that is unknown turned out well.</param>
/// <param name="IsCertain">True where the decision is the same however all that is unknown or undecided turns out.</param>
/// <param name="Statements">The statements that decided: those that deny, or else those that allow; none for an implicit deny.</param>
public sealed record ReferenceAuthorizationDecision(ReferenceOutcome Outcome, ReferenceOutcome BestCase, bool IsCertain, IReadOnlyList<Place> Statements)
{
    /// <summary>The decision if all that is unknown or undecided turned out well.</summary>
    internal ReferenceOutcome Favourable { get; init; }
}
