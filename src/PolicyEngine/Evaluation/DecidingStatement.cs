using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>A statement that made a decision: it denies, or where none denies, it allows.</summary>
/// <param name="Kind">The kind of its policy; where one document was evaluated alone, the type of the document.</param>
/// <param name="Level">The level of an organization to which its policy is attached; empty for kinds without levels.</param>
/// <param name="Policy">The place of its policy among those of the kind or level, 0-based.</param>
/// <param name="Index">Its place in the document, 0-based.</param>
/// <param name="Sid">Its Sid; null when it has none.</param>
/// <param name="Effect">Its effect.</param>
/// <param name="Outcome">True where it matched. A Deny also takes effect where its match is undecided.</param>
public readonly record struct DecidingStatement(PolicyType Kind, string Level, int Policy, int Index, string? Sid, Effect Effect, MatchOutcome Outcome)
{
    /// <summary>The statement in a few words.</summary>
    /// <returns>Such as <c>serviceControl 'Root' policy 0 Statement[2] 'DenyRegions' Deny</c>.</returns>
    public override string ToString()
    {
        string level = Level.Length == 0 ? "" : $" '{Level}'";
        return $"{PolicyTypeNames.NameOf(Kind)}{level} policy {Policy} Statement[{Index}]{(Sid is null ? "" : $" '{Sid}'")} {Effect}";
    }
}
