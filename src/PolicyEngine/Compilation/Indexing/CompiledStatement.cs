using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>A statement ready to be matched. Each matcher keeps the order of the texts in its element.</summary>
/// <param name="Index">Its index in the document, 0-based.</param>
/// <param name="Syntax">The statement as written, for explanations.</param>
/// <param name="Principal">Null where the policy type has no principals.</param>
/// <param name="Action">The actions.</param>
/// <param name="Resource">Null where the policy type implies the resource.</param>
/// <param name="Conditions">Operator by operator, key by key.</param>
internal sealed record CompiledStatement(
    int Index, Statement Syntax, PrincipalMatcher? Principal, PatternList Action, PatternList? Resource, ConditionMatcher[] Conditions)
{
    /// <summary>The principals, where they do not match everyone.</summary>
    internal PrincipalMatcher? CheckedPrincipal { get; } = Principal is { MatchesEveryone: false } ? Principal : null;

    /// <summary>The match of principals that match everyone.</summary>
    internal PrincipalMatch ImpliedPrincipal { get; } = Principal is { MatchesEveryone: true } ? PrincipalMatch.Everyone : default;

    /// <summary>The resources, where they do not match everything.</summary>
    internal PatternList? CheckedResource { get; } = Resource is { MatchesEverything: false } ? Resource : null;

    /// <summary>True where the statement matches whatever does its actions.</summary>
    internal bool ChecksActionOnly => CheckedPrincipal is null && CheckedResource is null && Conditions.Length == 0;

    /// <summary>True for a Deny.</summary>
    internal bool Denies { get; } = Syntax.Effect == Effect.Deny;
}
