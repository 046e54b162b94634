using System.Collections.Immutable;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Diagnostics;
using PolicyEngine.Evaluation;
using PolicyEngine.Explanation;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Matching;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Suggestions;

/// <summary>Finds what would let a denied request pass: changes the policies that deny it for certain, decides again, and so on until none is left.</summary>
/// <param name="evaluator">What decides.</param>
/// <param name="options">Its options.</param>
/// <param name="request">The request.</param>
/// <param name="prefersResource">True where the policy of the resource is changed before those of the caller, if one of them is enough.</param>
internal sealed class SuggestionFinder(PolicyEvaluator evaluator, AuthorizationOptions options, AuthorizationRequest request, bool prefersResource)
{
    /// <summary>More changes than anybody reads.</summary>
    private const int MaxChanges = 100;

    private static readonly PolicyTypeSet Limits = PolicyTypeSet.All.Without(PolicyType.Identity).Without(PolicyType.PermissionsBoundary).Without(PolicyType.Session);

    private readonly List<PolicyChange> changes = [];
    private readonly HashSet<(AttachmentPlace Place, int Policy, int? Index)> done = [];

    /// <summary>Finds it.</summary>
    internal static RequestSuggestions Find(PolicyEvaluator evaluator, AuthorizationOptions options, CompiledPolicySet policies, AuthorizationRequest request)
    {
        RequestSuggestions found = new SuggestionFinder(evaluator, options, request, prefersResource: false).Find(policies);
        bool isByCaller = found.Changes.Any(static change => change.Kind == PolicyType.Identity) && !found.Changes.Any(static change => IsOfResource(change.Kind));
        RequestSuggestions? instead = isByCaller ? new SuggestionFinder(evaluator, options, request, prefersResource: true).Find(policies) : null;
        string? owned = AwsResourceOf(request);
        bool isOther = instead is { Reason: null } && owned is null && instead.Changes.Any(static change => IsOfResource(change.Kind)) && HasResourcePolicies(policies.Source, request);
        return found.With(owned, isOther ? instead : null);
    }

    private static bool IsOfResource(PolicyType kind) => kind is PolicyType.Resource or PolicyType.AccessPoint;

    private static string? AwsResourceOf(AuthorizationRequest request)
    {
        if (request.AwsOwnership == AwsOwnership.None) return null;
        return AwsOwnedNames.Find(request.MatchedResource, request.ResourceParts)?.What ?? "a resource of AWS";
    }

    /// <summary>True where the resource has a policy, or its service is known to have such.</summary>
    private static bool HasResourcePolicies(PolicySet policies, AuthorizationRequest request) =>
        policies.Resource.IsAttached || ServiceProfiles.Find(request.Action.AsSpan(0, Math.Max(request.ActionColon, 0)))?.Find(ProfileColumns.Resource) is not null;

    private RequestSuggestions Find(CompiledPolicySet policies)
    {
        AuthorizationDecision first = evaluator.Evaluate(policies, request);
        if (first.IsAllowed) return RequestSuggestions.None(policies.Source, first, "the request is allowed");
        if (first.BestCase == Decision.Allowed) return RequestSuggestions.None(policies.Source, first, $"the denial is not certain: it depends on {string.Join(", ", first.GetDependencies())}");
        CompiledPolicySet current = policies;
        AuthorizationDecision decision = first;
        while (decision.BestCase != Decision.Allowed)
        {
            if (Change(current, out PolicySet changed) is { } reason) return RequestSuggestions.None(policies.Source, first, reason);
            current = PolicyCompiler.Compile(changed);
            decision = evaluator.Evaluate(current, request);
        }

        RemoveNeedless(policies.Source);
        PolicySet all = Apply(policies.Source, changes);
        if (FindRefusal(policies.Source, all) is { } refusal) return RequestSuggestions.None(policies.Source, first, refusal);
        PolicySuggestion[] suggestions = [.. changes.Select(change => Describe(change, policies.Source))];
        return RequestSuggestions.Of(all, evaluator.Evaluate(PolicyCompiler.Compile(all), request), [.. suggestions.OrderBy(static change => PolicySet.Types.IndexOf(change.Kind))]);
    }

    private static PolicySet Apply(PolicySet set, IEnumerable<PolicyChange> changes) => changes.Aggregate(set, static (own, change) => change.Apply(own));

    /// <summary>The suggestion with the document as it was before all changes.</summary>
    private static PolicySuggestion Describe(PolicyChange change, PolicySet before) => new(change.Suggestion.Kind, change.Suggestion.Level, change.Suggestion.Statement)
    {
        Policy = change.Policy,
        Document = change.Place.DocumentsOf(before).ElementAtOrDefault(change.Policy),
        Denier = change.Suggestion.Denier,
        Condition = change.Suggestion.Condition,
        IsWider = change.Suggestion.IsWider,
    };

    /// <summary>Leaves out an Allow without which the rest is enough.</summary>
    private void RemoveNeedless(PolicySet before)
    {
        foreach (PolicyChange change in changes.Where(static change => change.Index is null).OrderBy(change => IsOfResource(change.Place.Kind) == prefersResource).ToArray())
        {
            PolicySet without = Apply(before, changes.Where(own => own != change));
            if (changes.Count > 1 && evaluator.Evaluate(PolicyCompiler.Compile(without), request).BestCase == Decision.Allowed) changes.Remove(change);
        }
    }

    /// <summary>Changes what denies the request for certain.</summary>
    /// <returns>Why it cannot be changed; null where it was.</returns>
    private string? Change(CompiledPolicySet policies, out PolicySet changed)
    {
        int before = changes.Count;
        changed = policies.Source;
        (CompiledPolicySet own, DecisionReview review) = FindDenied(policies);
        bool isSupporting = !ReferenceEquals(own, policies);
        CombinedDecision best = review.Logic.Decide(UnknownsAs.Best);
        SuggestedStatement statements = new(review);
        string? fault = best switch
        {
            { Cause: not DecisionCause.Policies } or { Kinds.IsEmpty: true } => $"no policy can let it pass: {evaluator.Explain(policies, request).Summary}",
            { Decision: Decision.ExplicitDeny } => ExemptAll(review, best.Kinds, statements, isSupporting),
            _ => AllowAll(review, Choose(best.Kinds, review.Characteristics.ResourceKind), statements, isSupporting),
        };
        if (fault is null && changes.Count > MaxChanges) fault = $"more than {MaxChanges} statements would have to change";
        changed = Apply(changed, changes.Skip(before));
        return fault ?? (changes.Count == before ? "no statement that could be written lets it pass" : null);
    }

    /// <summary>The check that is denied for certain, with its policies.</summary>
    private (CompiledPolicySet Policies, DecisionReview Review) FindDenied(CompiledPolicySet policies)
    {
        if (!request.HasSeveralChecks) return (policies, new DecisionReview(policies, request.WithDerivedKeys(policies.AskedKeys), options));
        foreach (AccessPointChecks.Check check in AccessPointChecks.Of(policies, request, options))
        {
            DecisionReview review = new(check.Policies, check.Request, options);
            if (review.Logic.Decide(UnknownsAs.Best).Decision != Decision.Allowed) return (check.Policies, review);
        }

        throw new System.Diagnostics.UnreachableException();
    }

    /// <summary>The kinds to change first. In one account an Allow of the resource's own policy may do in place of one of the caller's policies.</summary>
    private PolicyTypeSet Choose(PolicyTypeSet kinds, PolicyType resource)
    {
        bool isTried = changes.Exists(change => change.Place.Kind == resource && change.Index is null);
        return prefersResource && !isTried ? (kinds & Limits).With(resource) : kinds.Has(PolicyType.Identity) ? kinds.Without(resource) : kinds;
    }

    private string? ExemptAll(DecisionReview review, PolicyTypeSet kinds, SuggestedStatement statements, bool isSupporting)
    {
        foreach (CompiledLayer layer in review.Layers.Where(layer => kinds.Has(layer.Kind)))
        {
            for (int i = 0; i < layer.Policies.Length; i++)
            {
                foreach (CompiledStatement statement in layer.Policies[i].Statements.Where(static own => own.Denies))
                {
                    MatchResult match = review.Match(statement, out _);
                    if (!match.IsTrue && !match.HasDefect) continue;
                    if (Exempt(review, layer, i, statement, statements, isSupporting) is { } fault) return fault;
                }
            }
        }

        return null;
    }

    private string? Exempt(DecisionReview review, CompiledLayer layer, int policy, CompiledStatement statement, SuggestedStatement statements, bool isSupporting)
    {
        CompiledPolicy own = layer.Policies[policy];
        StatementTrace trace = new StatementExplainer(statement, review.Request, review.Characteristics.Boundary, PolicyExplainer.PathOf(own, statement.Index)).Explain();
        string place = $"{trace.Name} of {LayerReasons.NameOf(layer)} denies";
        if (statements.Exempt(statement.Syntax) is not { } exempted) return $"{place}, and the caller has no ARN by which it could be exempted";
        if (statements.CallerNeedsVariables && !own.Document.HasVariables) return $"{place}, and without Version 2012-10-17 the ARN of the caller would be read as a pattern";
        (AttachmentPlace at, int index) = PlaceOf(review, layer, policy, isSupporting);
        return Add(new PolicyChange(at, index, statement.Index, new PolicySuggestion(layer.Kind, layer.Level, exempted.Statement)
        {
            Denier = trace,
            Condition = exempted.Added,
            IsWider = !statements.IsAboutRequestAlone(statement.Syntax),
        }));
    }

    private string? AllowAll(DecisionReview review, PolicyTypeSet kinds, SuggestedStatement statements, bool isSupporting)
    {
        foreach (PolicyType kind in PolicySet.Types.Where(kinds.Has))
        {
            CompiledLayer[] layers = [.. review.Layers.Where(layer => layer.Kind == kind)];
            if (layers.Length == 0 && Allow(review, kind, layer: null, statements, isSupporting) is { } whole) return whole;
            foreach (CompiledLayer layer in layers.Where(layer => (review.EffectsOf(layer, UnknownsAs.Best) & ~LayerEffects.Denies) == LayerEffects.None))
            {
                if (Allow(review, kind, layer, statements, isSupporting) is { } fault) return fault;
            }
        }

        return null;
    }

    private string? Allow(DecisionReview review, PolicyType kind, CompiledLayer? layer, SuggestedStatement statements, bool isSupporting)
    {
        string name = layer is null ? PolicyTypeNames.NameOf(kind) : LayerReasons.NameOf(layer);
        PolicyDocument[] documents = [.. layer?.Policies.Select(static policy => policy.Document) ?? []];
        int policy = statements.NeedsVariables ? Array.FindIndex(documents, static document => document.HasVariables) : documents.Length == 0 ? -1 : 0;
        if (policy < 0 && documents.Length > 0) return $"an Allow is missing in {name}, and without Version 2012-10-17 a name in it would be read as a pattern";
        Statement? statement = statements.Allow(kind, policy < 0 ? null : documents[policy]);
        if (statement is null) return $"an Allow is missing in {name}, and the caller cannot be named exactly";
        (AttachmentPlace at, int index) = PlaceOf(review, layer, Math.Max(policy, 0), isSupporting, kind);
        return Add(new PolicyChange(at, index, Index: null, new PolicySuggestion(kind, layer?.Level ?? "", statement)));
    }

    private string? Add(PolicyChange change)
    {
        if (!done.Add((change.Place, change.Policy, change.Index))) return $"a change of {PolicyTypeNames.NameOf(change.Place.Kind)} does not let it pass";
        changes.Add(change);
        return null;
    }

    /// <summary>Where the policy of a layer is attached. Scope-down policies are layers one by one, and attached together.</summary>
    private static (AttachmentPlace Place, int Policy) PlaceOf(DecisionReview review, CompiledLayer? layer, int policy, bool isSupporting, PolicyType? missing = null)
    {
        PolicyType kind = layer?.Kind ?? missing!.Value;
        bool ofSupporting = isSupporting && kind == PolicyType.AccessPoint;
        PolicyType type = kind == PolicyType.Resource && review.Characteristics.Is(RequestTraits.TargetsRole) ? PolicyType.Trust : kind;
        int level = layer is null ? 0 : review.Layers.Where(own => own.Kind == kind).TakeWhile(own => own != layer).Count();
        if (kind != PolicyType.ScopeDown) return (new AttachmentPlace(kind, level, ofSupporting, type), policy);
        SyntaxList<PolicyLevel> levels = review.Policies.ScopeDown.Levels;
        for (int i = 0; i < levels.Count; level -= levels[i++].Documents.Count)
        {
            if (level < levels[i].Documents.Count) return (new AttachmentPlace(kind, i, ofSupporting, type), level);
        }

        return (new AttachmentPlace(kind, 0, ofSupporting, type), 0);
    }

    /// <summary>Why AWS would refuse one of the changed documents; null where it would not.</summary>
    private string? FindRefusal(PolicySet before, PolicySet after)
    {
        foreach (PolicyChange change in changes)
        {
            PolicyDocument document = change.Place.DocumentsOf(after).ElementAt(change.Policy);
            PolicyDocument? own = change.Place.DocumentsOf(before).ElementAtOrDefault(change.Policy);
            HashSet<string> faults = [.. (own is null ? [] : Refusals(own)).Select(static found => found.Id)];
            if (Refusals(document).FirstOrDefault(found => !faults.Contains(found.Id)) is { } refusal) return $"the changed policy of {PolicyTypeNames.NameOf(change.Place.Kind)} would be refused: {refusal.Message} [{refusal.Id}]";
        }

        return null;
    }

    /// <summary>What keeps a document from being stored: errors, and that it is too long.</summary>
    private static IEnumerable<Diagnostic> Refusals(PolicyDocument document) =>
        PolicyParser.Parse(PolicyText.FromString(PolicyWriter.Write(document)), new PolicyParserOptions { Type = document.Type }).Diagnostics
            .Where(static found => found.Severity == DiagnosticSeverity.Error || found.Id == Descriptors.QuotaExceeded.Id);
}
