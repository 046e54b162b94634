using System.Collections.Immutable;
using PolicyEngine.Explanation;
using PolicyEngine.Matching;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>How one statement matched a request.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
public sealed class StatementTrace
{
    internal StatementTrace(Statement statement, int index)
    {
        Index = index;
        Sid = statement.Sid;
        Effect = statement.Effect;
        Span = statement.Span;
    }

    /// <summary>Its place in the document, 0-based.</summary>
    public int Index { get; }

    /// <summary>Its Sid; null when it has none.</summary>
    public string? Sid { get; }

    /// <summary>Its effect.</summary>
    public Effect Effect { get; }

    /// <summary>The match of all its elements together.</summary>
    public MatchOutcome Outcome { get; internal init; }

    /// <summary>The reason of the element that settled the match, as the end of a sentence; empty where every element matches.</summary>
    public string Reason => MatchReasons.Describe(Why);

    /// <summary>The id of the rule behind <see cref="Reason"/>, such as <c>L-114</c>; null where there is none.</summary>
    public string? Rule => MatchReasons.RuleOf(Why);

    /// <summary>True where it takes effect: on a match, and for a Deny also when the match is undecided.</summary>
    public bool Applies { get; internal init; }

    /// <summary>Its span in the policy text, in bytes.</summary>
    public TextSpan Span { get; }

    /// <summary>Its elements in the order Principal, Action, Resource, Condition.</summary>
    public ImmutableArray<TraceNode> Elements { get; internal init; } = [];

    internal MatchReason Why { get; init; }

    /// <summary>Its place and Sid, such as <c>Statement[1] 'DenyOtherEndpoints'</c>.</summary>
    internal string Name => ExplanationLines.NameOf(this);

    /// <summary>The kinds of principal entries that matched; what a resource policy grants depends on them.</summary>
    internal PrincipalMatchKinds Principal { get; init; }

    /// <summary>The statement and its match.</summary>
    /// <returns>Such as <c>Statement[1] 'DenyOtherEndpoints' Deny applies</c>.</returns>
    public override string ToString() => ExplanationLines.Describe(this);
}
