using System.Collections.Immutable;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>Decides a request once more, and keeps the evidence: the statements that made the decision, and what it depends on.</summary>
internal sealed class DecisionReview
{
    /// <summary>The name of the dependency on who the caller is.</summary>
    private const string Caller = "principal";

    private readonly CompiledPolicySet set;
    private readonly LayerEffectsByCase[] layers;
    private readonly RequestCharacteristics characteristics;
    private readonly ApplicablePolicies applicable;

    internal DecisionReview(CompiledPolicySet set, AuthorizationRequest request, AuthorizationOptions options)
    {
        this.set = set;
        Request = request;
        characteristics = new RequestCharacteristics(set, request, new ActionProperties(request, options));
        applicable = ApplicablePolicies.Of(set, request, characteristics);
        layers = new LayerEffectsByCase[set.Layers.Length];
        foreach (CompiledLayer layer in set.Layers)
        {
            if (!Applicable.Attached.Has(layer.Kind)) continue;
            foreach (CompiledStatement statement in layer.Statements) AddEffects(layer, statement);
        }

        Combined = Logic.Decide(UnknownsAs.Worst);
    }

    internal AuthorizationRequest Request { get; }

    internal RequestCharacteristics Characteristics => characteristics;

    internal ApplicablePolicies Applicable => applicable;

    /// <summary>The decision.</summary>
    internal CombinedDecision Combined { get; }

    internal CompiledLayer[] Layers => set.Layers;

    internal PolicySet Policies => set.Source;

    internal EvaluationLogic Logic => new(in characteristics, in applicable, set.Table, layers);

    internal LayerEffects EffectsOf(CompiledLayer layer, UnknownsAs unknowns) => layers[layer.Index][unknowns];

    /// <summary>The statements that make an explicit deny, or an allow.</summary>
    internal ImmutableArray<PolicyStatementDecision> FindStatements()
    {
        if (Combined.Decision == Decision.ImplicitDeny) return [];
        Effect effect = Combined.Decision == Decision.Allowed ? Effect.Allow : Effect.Deny;
        ImmutableArray<PolicyStatementDecision>.Builder found = ImmutableArray.CreateBuilder<PolicyStatementDecision>();
        foreach (CompiledLayer layer in Layers)
        {
            if (!TakesPart(layer.Kind, effect)) continue;
            for (int i = 0; i < layer.Policies.Length; i++)
            {
                foreach (CompiledStatement statement in layer.Policies[i].Statements)
                {
                    if (statement.Syntax.Effect != effect) continue;
                    MatchOutcome outcome = Match(statement, out PrincipalMatch principal).Outcome;
                    if (!DenyOverrides.Applies(effect, outcome)) continue;
                    found.Add(new PolicyStatementDecision(layer.Kind, layer.Level, i, new StatementDecision(statement.Index, statement.Syntax.Sid, effect, outcome, principal.Certain)));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What is unknown and could change the decision.</summary>
    internal ImmutableArray<string> FindDependencies()
    {
        CombinedDecision best = Logic.Decide(UnknownsAs.Best);
        if (best.Decision == Combined.Decision) return [];
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (CompiledLayer layer in Layers)
        {
            bool gains = (EffectsOf(layer, UnknownsAs.Best) & ~EffectsOf(layer, UnknownsAs.Worst)) != LayerEffects.None;
            foreach (CompiledStatement statement in layer.Statements)
            {
                MatchResult match = Match(statement, out PrincipalMatch principal);
                bool matters = match.HasUnknown && TakesPart(layer.Kind, statement.Syntax.Effect) && (statement.Syntax.Effect == Effect.Deny || (gains && !match.HasDefect));
                if (matters) AddUnknown(names, statement);
                if (gains && match.IsTrue && principal.Unknown != PrincipalMatchKinds.None) names.Add(Caller);
            }
        }

        AddKey(names, Characteristics.CanCall, ConditionKeys.MultiFactorAuthPresent);
        AddKey(names, Characteristics.PrivilegedRoot, ConditionKeys.AssumedRoot);
        ImmutableArray<string>.Builder all = ImmutableArray.CreateBuilder<string>();
        all.AddRange(names);
        if (best.Decision == Decision.Allowed) AddUnknownKinds(all);
        if (Logic.DependsOnResourceOwner(UnknownsAs.Worst) || Logic.DependsOnResourceOwner(UnknownsAs.Best)) all.Add("resourceAccount");
        return all.ToImmutable();
    }

    internal MatchResult Match(CompiledStatement statement, out PrincipalMatch principal) =>
        StatementMatcher.Match(statement, Request, Characteristics.Boundary, out principal);

    private void AddEffects(CompiledLayer layer, CompiledStatement statement)
    {
        MatchResult match = Match(statement, out PrincipalMatch principal);
        if (!match.IsFalse) layers[layer.Index].Add(statement.Denies, new StatementMatch(match, principal), Characteristics.Caller);
    }

    /// <summary>True where statements of an effect in policies of a kind have a part in the decision.</summary>
    private bool TakesPart(PolicyType kind, Effect effect) => effect == Effect.Deny
        ? Logic.DenyCounts(kind)
        : Applicable.Attached.Has(kind) && (!Characteristics.NeedsNoPermission || kind == PolicyType.VpcEndpoint);

    private void AddKey(SortedSet<string> names, MatchResult match, ConditionKey key)
    {
        if (match.HasUnknown && Request.Context.IsUnknown(key.Name)) names.Add(key.Name);
    }

    private void AddUnknownKinds(ImmutableArray<string>.Builder names)
    {
        foreach (PolicyType kind in PolicySet.Types)
        {
            string name = PolicyTypeNames.NameOf(kind);
            if (Logic.UnknownThatMayDeny.Has(kind) && !names.Contains(name)) names.Add(name);
        }
    }

    /// <summary>Adds the unknown keys, and the unknown caller or boundary, that leave the elements of a statement undecided.</summary>
    private void AddUnknown(SortedSet<string> names, CompiledStatement statement)
    {
        List<string> keys = [];
        if (statement.Resource is { } resource && resource.Match(Request).HasUnknown) resource.AddKeys(keys);
        foreach (ConditionMatcher condition in statement.Conditions)
        {
            if (condition.Match(Request.Context).HasUnknown) condition.AddKeys(keys);
        }

        foreach (string key in keys)
        {
            if (Request.Context.IsUnknown(key)) names.Add(key);
        }

        if (statement.Principal is not { } principal || !principal.Match(Request, Characteristics.Boundary, out _).HasUnknown) return;
        names.Add(Request.Principal.IsIdentified ? PolicyTypeNames.NameOf(PolicyType.PermissionsBoundary) : Caller);
    }
}
