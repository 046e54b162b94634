using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>A statement that made a decision: it denies, or where none denies, it allows.</summary>
/// <remarks>Immutable.</remarks>
public sealed class DecidingStatement
{
    internal DecidingStatement(PolicyType kind, string level, int policy, int index, Statement statement, MatchOutcome outcome)
    {
        Kind = kind;
        Level = level;
        Policy = policy;
        Index = index;
        Sid = statement.Sid;
        Effect = statement.Effect;
        Outcome = outcome;
    }

    /// <summary>The kind of its policy; where one document was evaluated alone, the type of the document.</summary>
    public PolicyType Kind { get; }

    /// <summary>The level of an organization to which its policy is attached; empty for kinds without levels.</summary>
    public string Level { get; }

    /// <summary>The place of its policy among those of the kind or level, 0-based.</summary>
    public int Policy { get; }

    /// <summary>Its place in the document, 0-based.</summary>
    public int Index { get; }

    /// <summary>Its Sid; null when it has none.</summary>
    public string? Sid { get; }

    /// <summary>Its effect.</summary>
    public Effect Effect { get; }

    /// <summary>True where it matched. A Deny also takes effect where its match is undecided.</summary>
    public MatchOutcome Outcome { get; }

    /// <summary>The statement in a few words.</summary>
    /// <returns>Such as <c>serviceControl 'Root' policy 0 Statement[2] 'DenyRegions' Deny</c>.</returns>
    public override string ToString()
    {
        string level = Level.Length == 0 ? "" : $" '{Level}'";
        return $"{PolicyTypeNames.NameOf(Kind)}{level} policy {Policy} Statement[{Index}]{(Sid is null ? "" : $" '{Sid}'")} {Effect}";
    }
}
