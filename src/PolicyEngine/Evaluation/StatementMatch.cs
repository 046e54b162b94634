using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>The match of a statement, with the kinds of its principal entries that match.</summary>
internal readonly record struct StatementMatch(MatchResult Result, PrincipalMatch Principal)
{
    /// <summary>True where the statement matches, and nothing about that is undecided.</summary>
    internal bool IsCertain => Result.IsTrue && !Principal.IsUndecided;
}
