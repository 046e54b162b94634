using PolicyEngine.Suggestions;

namespace PolicyEngine;

/// <content>What would let a denied request pass.</content>
public sealed partial class PolicyEvaluator
{
    /// <summary>Finds the smallest changes of policies that let a denied request pass: statements for its caller, action and resource alone, and exemptions of its
    /// caller from each Deny.</summary>
    /// <remarks>Each change is tried: the request is decided again with all of them. Nothing is suggested for a denial that is not certain, that no policy can
    /// undo, or whose caller cannot be named exactly. Costs a compilation of all policies for each round of changes, of which there are few.</remarks>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request.</param>
    /// <returns>The changes, or why there are none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RequestSuggestions Suggest(CompiledPolicySet policies, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(request);
        return SuggestionFinder.Find(this, options, policies, request);
    }
}
