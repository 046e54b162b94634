using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>A statement that took part in a decision.</summary>
/// <param name="Index">Its place in the document, 0-based.</param>
/// <param name="Sid">Its Sid; null when it has none.</param>
/// <param name="Effect">Its effect.</param>
/// <param name="Outcome">Whether it matched, or could not be decided; a Deny applies in both cases.</param>
/// <param name="Principal">Which kinds of principal entries matched; none where the policy type has no principals.</param>
public readonly record struct StatementDecision(int Index, string? Sid, Effect Effect, MatchOutcome Outcome, PrincipalMatchKinds Principal);
