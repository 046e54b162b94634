using System.Collections.Immutable;
using PolicyEngine.Explanation;
using PolicyEngine.Matching;

namespace PolicyEngine;

/// <summary>How one part of a statement matched a request: an element, or one text or condition key in it.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
public sealed class TraceNode
{
    internal TraceNode(string label, string path, TextSpan span, MatchResult match, string requestText)
    {
        Label = label;
        Path = path;
        Span = span;
        Outcome = match.Outcome;
        Why = match.Reason;
        RequestText = requestText;
    }

    /// <summary>The part, such as <c>Action</c>, <c>NotPrincipal</c> or <c>StringEquals aws:SourceVpce</c>.</summary>
    public string Label { get; }

    /// <summary>The path in the document, such as <c>Statement[0].Condition.StringEquals.aws:SourceVpce</c>.</summary>
    public string Path { get; }

    /// <summary>The span of the part in the policy text, in bytes.</summary>
    public TextSpan Span { get; }

    /// <summary>The match of the part.</summary>
    public MatchOutcome Outcome { get; }

    /// <summary>Why it matches or does not, as the end of a sentence; empty where there is no particular reason.</summary>
    public string Reason => MatchReasons.Describe(Why);

    /// <summary>The id of the rule behind <see cref="Reason"/>, such as <c>L-114</c>; null where there is none.</summary>
    public string? Rule => MatchReasons.RuleOf(Why);

    /// <summary>The text of the policy; empty for an element, whose <see cref="Children"/> have it.</summary>
    public string PolicyText { get; internal init; } = "";

    /// <summary>The text of the request, with <c>(missing)</c> for a key that it does not hold and <c>(unknown)</c> for one whose value is unknown.</summary>
    public string RequestText { get; }

    /// <summary>The texts or keys of an element, in order; empty for those themselves.</summary>
    public ImmutableArray<TraceNode> Children { get; internal init; } = [];

    internal MatchReason Why { get; }

    /// <summary>The part, what the policy and the request have there, and why it matches or does not.</summary>
    /// <returns>Such as <c>Action policy 's3:Get*', request 's3:PutObject': no action pattern matches [L-61]</c>.</returns>
    public override string ToString() => ExplanationLines.Describe(this);
}
