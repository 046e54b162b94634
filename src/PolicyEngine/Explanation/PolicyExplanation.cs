using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Explanation;

namespace PolicyEngine;

/// <summary>The decision of one policy about one request, and why, statement by statement.</summary>
/// <remarks>Immutable. Decision and certainty are always those that Evaluate gives. Equality is by reference.</remarks>
public sealed class PolicyExplanation
{
    internal PolicyExplanation(PolicyDocument document, AuthorizationRequest request)
    {
        Document = document;
        Request = request;
    }

    /// <summary>The policy.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The request as it was decided.</summary>
    public AuthorizationRequest Request { get; }

    /// <summary>The decision.</summary>
    public Decision Decision { get; internal init; }

    /// <summary>True where no outcome of the undecided matches would change the decision.</summary>
    public bool IsCertain { get; internal init; }

    /// <summary>All statements in the order of the document, those that do not match included.</summary>
    public ImmutableArray<StatementTrace> Statements { get; internal init; } = [];

    /// <summary>A warning for each undecided statement that could have changed the decision.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; } = [];

    /// <summary>Why, as the end of a sentence.</summary>
    internal string Summary => Decision switch
    {
        Decision.ExplicitDeny => "a Deny statement applies",
        Decision.Allowed => "an Allow statement applies and no Deny statement does",
        _ => "no statement applies",
    };

    /// <summary>The explanation as plain text: decision and request, then a tree of statements and elements.</summary>
    /// <remarks>Texts of policies and requests are shown on one line: control, format and separator characters as <c>\uXXXX</c>, cut at 400 characters.</remarks>
    /// <param name="options">What is shown, and in which width; default all of it, in lines of any length.</param>
    /// <returns>Several lines, each but the last ended by LF.</returns>
    public string ToText(ExplanationTextOptions? options = null) => ExplanationText.Write(ExplanationLines.Of(this), Diagnostics, options ?? ExplanationTextOptions.Default);

    /// <summary>Writes the explanation as one JSON object.</summary>
    /// <remarks>Names of members are stable and documented in the README of the folder <c>Explanation</c>.</remarks>
    /// <param name="json">The writer, at a place where a value may be written. It is not flushed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ExplanationJson.Write(json, this);
    }

    /// <summary>The decision and why.</summary>
    /// <returns>Such as <c>explicitDeny, because a Deny statement applies</c>.</returns>
    public override string ToString() => $"{DecisionWords.Of(Decision)}, because {Summary}";
}
