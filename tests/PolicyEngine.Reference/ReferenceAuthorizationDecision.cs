namespace PolicyEngine.Reference;

/// <summary>What all policies in play decide about a request.</summary>
/// <param name="Verdict">A-03, A-91: the pessimistic decision.</param>
/// <param name="BestCase">A-91: the decision if all that is unknown turned out well.</param>
/// <param name="IsCertain">Whether the decision stands however all that is unknown or undecided turned out.</param>
/// <param name="Statements">The statements that decided: those that deny, or else those that allow; none for an implicit deny.</param>
public sealed record ReferenceAuthorizationDecision(ReferenceVerdict Verdict, ReferenceVerdict BestCase, bool IsCertain, IReadOnlyList<Place> Statements);
