using System.Collections.Immutable;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>Decides a request once more and keeps the evidence: the statements that made the decision, and what it depends on.</summary>
internal sealed class DecisionReview
{
    /// <summary>Dependencies in the alphabetical order of their words.</summary>
    private static readonly Comparer<Dependency> ByName = Comparer<Dependency>.Create(static (one, other) => string.CompareOrdinal(one.Name, other.Name));

    private readonly CompiledPolicySet set;
    private readonly LayerEffectsByCase[] layers;
    private readonly RequestCharacteristics characteristics;
    private readonly ApplicablePolicies applicable;

    internal DecisionReview(CompiledPolicySet set, AuthorizationRequest request, AuthorizationOptions options)
    {
        this.set = set;
        Request = request;
        TablesAsOf = options.Services.AsOf;
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

    /// <summary>The month of the tables by which resource control policies reach an action.</summary>
    internal string TablesAsOf { get; }

    internal RequestCharacteristics Characteristics => characteristics;

    internal ApplicablePolicies Applicable => applicable;

    /// <summary>The decision.</summary>
    internal CombinedDecision Combined { get; }

    internal CompiledLayer[] Layers => set.Layers;

    internal PolicySet Policies => set.Source;

    internal EvaluationLogic Logic => new(in characteristics, in applicable, set.Table, layers);

    internal LayerEffects EffectsOf(CompiledLayer layer, UnknownsAs unknowns) => layers[layer.Index][unknowns];

    /// <summary>The statements that make an explicit deny, or an allow.</summary>
    internal ImmutableArray<DecidingStatement> FindStatements()
    {
        if (Combined.Decision == Decision.ImplicitDeny) return [];
        Effect effect = Combined.Decision == Decision.Allowed ? Effect.Allow : Effect.Deny;
        ImmutableArray<DecidingStatement>.Builder found = ImmutableArray.CreateBuilder<DecidingStatement>();
        foreach (CompiledLayer layer in Layers)
        {
            if (!TakesPart(layer.Kind, effect)) continue;
            for (int i = 0; i < layer.Policies.Length; i++)
            {
                foreach (CompiledStatement statement in layer.Policies[i].Statements)
                {
                    if (statement.Syntax.Effect != effect) continue;
                    MatchOutcome outcome = Match(statement, out _).Outcome;
                    if (!DenyOverrides.Applies(effect, outcome)) continue;
                    found.Add(new DecidingStatement(layer.Kind, layer.Level, i, statement.Index, statement.Syntax, outcome));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What is unknown and could change the decision.</summary>
    internal ImmutableArray<Dependency> FindDependencies()
    {
        CombinedDecision best = Logic.Decide(UnknownsAs.Best);
        if (best.Decision == Combined.Decision) return [];
        SortedSet<Dependency> names = new(ByName);
        foreach (CompiledLayer layer in Layers)
        {
            bool gains = (EffectsOf(layer, UnknownsAs.Best) & ~EffectsOf(layer, UnknownsAs.Worst)) != LayerEffects.None;
            foreach (CompiledStatement statement in layer.Statements)
            {
                MatchResult match = Match(statement, out PrincipalMatch principal);
                bool matters = match.HasUnknown && TakesPart(layer.Kind, statement.Syntax.Effect) && (statement.Syntax.Effect == Effect.Deny || (gains && !match.HasDefect));
                if (matters) AddUnknown(names, statement);
                if (gains && match.IsTrue && principal.Unknown != PrincipalMatchKinds.None) names.Add(Dependency.Principal);
            }
        }

        AddKey(names, Characteristics.IsOutsideOrigin, ConditionKeys.SourceVpc);
        AddKey(names, Characteristics.CanCall, ConditionKeys.MultiFactorAuthPresent);
        AddKey(names, Characteristics.PrivilegedRoot, ConditionKeys.AssumedRoot);
        ImmutableArray<Dependency>.Builder all = ImmutableArray.CreateBuilder<Dependency>();
        all.AddRange(names);
        if (best.Decision == Decision.Allowed) AddUnknownKinds(all);
        if (Logic.DependsOnResourceOwner(UnknownsAs.Worst) || Logic.DependsOnResourceOwner(UnknownsAs.Best)) all.Add(Dependency.ResourceAccount);
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
        : Applicable.Attached.Has(kind);

    private void AddKey(SortedSet<Dependency> names, MatchResult fact, ConditionKey key)
    {
        if (fact.HasUnknown && Request.Context.IsUnknown(key.Name)) names.Add(Dependency.OnKey(key.Name));
    }

    private void AddUnknownKinds(ImmutableArray<Dependency>.Builder names)
    {
        foreach (PolicyType kind in PolicySet.Types)
        {
            Dependency policies = Dependency.OnPolicies(kind);
            if (Applicable.Unseen.Has(kind) && !names.Contains(policies)) names.Add(policies);
        }
    }

    /// <summary>Adds what leaves the elements of a statement undecided.</summary>
    private void AddUnknown(SortedSet<Dependency> names, CompiledStatement statement)
    {
        List<string> keys = [];
        if (statement.Resource is { } resource && resource.Match(Request).HasUnknown) resource.AddKeys(keys);
        foreach (ConditionMatcher condition in statement.Conditions)
        {
            if (condition.Match(Request.Context).HasUnknown) condition.AddKeys(keys);
        }

        foreach (string key in keys)
        {
            if (Request.Context.IsUnknown(key)) names.Add(Dependency.OnKey(key));
        }

        if (statement.Principal is not { } principal || !principal.Match(Request, Characteristics.Boundary, out _).HasUnknown) return;
        names.Add(Request.Principal.IsIdentified ? Dependency.OnPolicies(PolicyType.PermissionsBoundary) : Dependency.Principal);
    }
}
