using System.Collections.Immutable;
using PolicyEngine.Compilation;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>Decides a request once more, keeping what deciding alone throws away: which statements made the decision, and what it hangs on.</summary>
internal sealed class DecisionReview
{
    /// <summary>What is unknown where it matters who the caller is.</summary>
    private const string Caller = "principal";

    private readonly CompiledPolicySet set;
    private readonly LayerEffectsByCase[] tallies;
    private readonly RequestCharacteristics facts;
    private readonly ApplicablePolicies selection;

    internal DecisionReview(CompiledPolicySet set, AuthorizationRequest request, AuthorizationOptions options)
    {
        this.set = set;
        Request = request;
        facts = new RequestCharacteristics(set, request, new ActionProperties(request, options));
        selection = ApplicablePolicies.Of(set, request, facts);
        tallies = new LayerEffectsByCase[set.Layers.Length];
        foreach (CompiledLayer layer in set.Layers)
        {
            if (!Applicable.Attached.Has(layer.Kind)) continue;
            foreach (CompiledStatement statement in layer.Statements) Tally(layer, statement);
        }

        Decided = Rule.Decide(UnknownsAs.Worst);
    }

    internal AuthorizationRequest Request { get; }

    internal RequestCharacteristics Facts => facts;

    internal ApplicablePolicies Applicable => selection;

    /// <summary>The decision.</summary>
    internal CombinedDecision Decided { get; }

    internal CompiledLayer[] Layers => set.Layers;

    internal PolicySet Policies => set.Source;

    internal EvaluationLogic Rule => new(in facts, in selection, set.Stack, tallies);

    internal LayerEffects VoicesOf(CompiledLayer layer, UnknownsAs unknowns) => tallies[layer.Index][unknowns];

    /// <summary>The statements that make an explicit deny, or an allow.</summary>
    internal ImmutableArray<PolicyStatementDecision> FindStatements()
    {
        if (Decided.Decision == Decision.ImplicitDeny) return [];
        Effect effect = Decided.Decision == Decision.Allowed ? Effect.Allow : Effect.Deny;
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
        CombinedDecision best = Rule.Decide(UnknownsAs.Best);
        if (best.Decision == Decided.Decision) return [];
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (CompiledLayer layer in Layers)
        {
            bool gains = (VoicesOf(layer, UnknownsAs.Best) & ~VoicesOf(layer, UnknownsAs.Worst)) != LayerEffects.None;
            foreach (CompiledStatement statement in layer.Statements)
            {
                MatchResult match = Match(statement, out PrincipalMatch principal);
                bool matters = match.HasUnknown && TakesPart(layer.Kind, statement.Syntax.Effect) && (statement.Syntax.Effect == Effect.Deny || (gains && !match.HasDefect));
                if (matters) AddUnknown(names, statement);
                if (gains && match.IsTrue && principal.Unknown != PrincipalMatchKinds.None) names.Add(Caller);
            }
        }

        AddFact(names, Facts.CanCall, ConditionKeys.MultiFactorAuthPresent);
        AddFact(names, Facts.PrivilegedRoot, ConditionKeys.AssumedRoot);
        ImmutableArray<string>.Builder all = ImmutableArray.CreateBuilder<string>();
        all.AddRange(names);
        if (best.Decision == Decision.Allowed) AddSlots(all);
        if (Rule.HangsOnOwner(UnknownsAs.Worst) || Rule.HangsOnOwner(UnknownsAs.Best)) all.Add("resourceAccount");
        return all.ToImmutable();
    }

    internal MatchResult Match(CompiledStatement statement, out PrincipalMatch principal) =>
        StatementMatcher.Match(statement, Request, Facts.Boundary, out principal);

    private void Tally(CompiledLayer layer, CompiledStatement statement)
    {
        MatchResult match = Match(statement, out PrincipalMatch principal);
        if (!match.IsFalse) tallies[layer.Index].Add(statement.Denies, new StatementMatch(match, principal), Facts.Caller);
    }

    /// <summary>Whether what policies of a kind deny, or allow, has a part in the decision.</summary>
    private bool TakesPart(PolicyType kind, Effect effect) => effect == Effect.Deny
        ? Rule.Counts(kind)
        : Applicable.Attached.Has(kind) && (!Facts.NeedsNoPermission || kind == PolicyType.VpcEndpoint);

    private void AddFact(SortedSet<string> names, MatchResult fact, ConditionKey key)
    {
        if (fact.HasUnknown && Request.Context.IsUnknown(key.Name)) names.Add(key.Name);
    }

    private void AddSlots(ImmutableArray<string>.Builder names)
    {
        foreach (PolicyType kind in PolicySet.Types)
        {
            string name = PolicyTypeNames.NameOf(kind);
            if (Rule.Unseen.Has(kind) && !names.Contains(name)) names.Add(name);
        }
    }

    /// <summary>Adds what leaves the elements of a statement undecided.</summary>
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

        if (statement.Principal is not { } principal || !principal.Match(Request, Facts.Boundary, out _).HasUnknown) return;
        names.Add(Request.Principal.IsIdentified ? PolicyTypeNames.NameOf(PolicyType.PermissionsBoundary) : Caller);
    }
}
