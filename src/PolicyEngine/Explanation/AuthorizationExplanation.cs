using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Explanation;

namespace PolicyEngine;

/// <summary>The decision of all policies about one request, and why, layer by layer.</summary>
/// <remarks>Immutable. Decision and certainty are always those that Evaluate gives. Equality is by reference.</remarks>
public sealed class AuthorizationExplanation
{
    internal AuthorizationExplanation(AuthorizationRequest request, AuthorizationDecision decision)
    {
        Request = request;
        Decision = decision;
    }

    /// <summary>The request as it was decided.</summary>
    public AuthorizationRequest Request { get; }

    /// <summary>The decision.</summary>
    public AuthorizationDecision Decision { get; }

    /// <summary>Why, in one sentence without a final stop.</summary>
    public string Summary => Why.Text;

    /// <summary>The id of the rule behind <see cref="Summary"/>, such as <c>A-01</c>; null where there is none.</summary>
    public string? Rule => Why.Rule;

    /// <summary>Of a denial: all kinds of policies that deny, or whose allow is missing, in the order in which AWS is taken to name them;
    /// empty where no policy is the cause.</summary>
    public ImmutableArray<PolicyType> Deniers { get; internal init; } = [];

    /// <summary>Of a denial: the kind that is named first, the first of <see cref="Deniers"/> that denies for certain, or else the first; null where there is none.</summary>
    public PolicyType? Primary { get; internal init; }

    /// <summary>The grant of the resource's own policy.</summary>
    public ResourceGrant Grant { get; internal init; }

    /// <summary>Of a certain denial: the sentence with which AWS refuses the request; null where it is allowed, or the decision is not certain. It names no
    /// kind of policies that does not deny for certain.</summary>
    public DenialMessage? Message { get; internal init; }

    /// <summary>What is unknown and could change the decision: the same as <see cref="AuthorizationDecision.GetDependencies"/>.</summary>
    public ImmutableArray<Dependency> Dependencies { get; internal init; } = [];

    /// <summary>All layers in the order of <see cref="PolicyType"/>, also those that are not evaluated.</summary>
    public ImmutableArray<LayerTrace> Layers { get; internal init; } = [];

    /// <summary>The checks of a request on an S3 access point, each with its own layers, of which each must allow; empty for a request that is one check.
    /// Reasons, deniers, message and layers are then those of the first check with the decision of the request.</summary>
    public ImmutableArray<AuthorizationExplanation> Checks { get; internal init; } = [];

    /// <summary>The kinds of policies that would count for the request, in any of its checks, and of which nothing is attached, in the order of
    /// <see cref="PolicySet.Types"/>. Never <see cref="PolicyType.AccessPoint"/>, whose policy is told or unknown.</summary>
    public ImmutableArray<PolicyType> NotAttached
    {
        get
        {
            LayerTrace[] layers = Checks.IsEmpty ? [.. Layers] : [.. Checks.SelectMany(static check => check.Layers)];
            return [.. PolicySet.Types.Where(kind => kind != PolicyType.AccessPoint && Array.Exists(layers, layer => layer.Kind == kind && layer.Outcome == LayerOutcome.NotAttached))];
        }
    }

    /// <summary>A warning for each undecided statement that could have changed the decision.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; } = [];

    internal Reasoning Why { get; init; }

    /// <summary>The explanation as plain text: decision, request, message and dependencies, then a tree of layers, policies, statements and elements.</summary>
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
    /// <returns>Such as <c>explicitDeny, because a Deny statement applies in serviceControl [A-01]</c>.</returns>
    public override string ToString() => $"{DecisionWords.Of(Decision.Decision)}, because {Why}";
}
