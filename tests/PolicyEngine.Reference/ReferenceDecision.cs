namespace PolicyEngine.Reference;

/// <summary>L-4: what a document decides.</summary>
public enum ReferenceOutcome { ImplicitDeny = 0, Allowed = 1, ExplicitDeny = 2 }

/// <summary>What a document decides about a request.</summary>
/// <param name="Outcome">L-3: the decision with everything unknown at its worst.</param>
/// <param name="BestCase">A-91: the decision if unknown keys turned out well; other than <paramref name="Outcome"/>, it makes that indeterminate.</param>
/// <param name="IsCertain">True where the decision is the same however the undecided statements turn out, whatever their causes.</param>
/// <param name="Statements">The places of the statements that decided.</param>
/// <param name="Answers">What each statement answers.</param>
public sealed record ReferenceDecision(ReferenceOutcome Outcome, ReferenceOutcome BestCase, bool IsCertain, IReadOnlyList<int> Statements, IReadOnlyList<Answer> Answers);
