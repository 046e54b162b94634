using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Suggestions;

namespace PolicyEngine;

/// <summary>What would let a denied request pass: the smallest changes of its policies after which no policy that is known denies it.</summary>
/// <remarks>Immutable. Statements name the caller, the action and the resource of the request and nothing else; of a request on <c>*</c>, as of actions without a resource, they name <c>*</c>. They are suggestions: whether the call ought
/// to pass is for their reader to say. Equality is by reference.</remarks>
public sealed class RequestSuggestions
{
    private RequestSuggestions(PolicySet policies, AuthorizationDecision decision, ImmutableArray<PolicySuggestion> changes, string? reason)
    {
        Policies = policies;
        Decision = decision;
        Changes = changes;
        Reason = reason;
    }

    /// <summary>The changes, which count together only, in the order of <see cref="PolicySet.Types"/>; empty where there is a <see cref="Reason"/>.</summary>
    public ImmutableArray<PolicySuggestion> Changes { get; } = [];

    /// <summary>Other changes that do as well: those of the policy of the resource in place of those of the caller; null where there are none.</summary>
    public RequestSuggestions? Instead { get; private init; }

    /// <summary>Why nothing is suggested, as one sentence without a final stop; null where something is.</summary>
    public string? Reason { get; }

    /// <summary>The policies with the changes in them; those that were given where there is a <see cref="Reason"/>.</summary>
    public PolicySet Policies { get; }

    /// <summary>The decision by <see cref="Policies"/>: after changes it is allowed, or denied for nothing but what is unknown.</summary>
    public AuthorizationDecision Decision { get; }

    /// <summary>Where AWS itself owns the resource: what it is, such as <c>image layers of Amazon ECR</c>; null for others.</summary>
    public string? AwsResource { get; private init; }

    /// <summary>Nothing is suggested, and why.</summary>
    internal static RequestSuggestions None(PolicySet policies, AuthorizationDecision decision, string reason) => new(policies, decision, [], reason);

    /// <summary>Changes that let the request pass.</summary>
    internal static RequestSuggestions Of(PolicySet policies, AuthorizationDecision decision, ImmutableArray<PolicySuggestion> changes) => new(policies, decision, changes, reason: null);

    /// <summary>The same with what else can be said.</summary>
    internal RequestSuggestions With(string? awsResource, RequestSuggestions? instead) => new(Policies, Decision, Changes, Reason) { AwsResource = awsResource, Instead = instead };

    /// <summary>Writes the suggestions as one JSON object.</summary>
    /// <remarks>Names of members are stable and documented in the README of the folder <c>Explanation</c>.</remarks>
    /// <param name="json">The writer, at a place where a value may be written. It is not flushed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        SuggestionJson.Write(json, this);
    }

    /// <summary>The changes, or why there are none.</summary>
    /// <returns>One line a change.</returns>
    public override string ToString() => Reason ?? string.Join('\n', Changes);
}
