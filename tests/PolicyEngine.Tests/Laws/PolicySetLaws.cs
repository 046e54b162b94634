using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PolicyEngine.Evaluation;
using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Matching;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>What holds for every policy set and request.</summary>
[Laws(typeof(LawCases))]
public class PolicySetLaws
{
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];

    [Property]
    public bool An_explicit_deny_that_counts_wins(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        bool denies = Explain(question).Layers.Any(static l => l.Outcome == LayerOutcome.Denies);
        return denies == (decision.Decision == Decision.ExplicitDeny);
    }

    [Property]
    public bool Without_policies_only_root_users_and_free_actions_are_allowed(AuthorizationCase question)
    {
        AuthorizationCase bare = question with { Policies = new PolicySet() };
        bool isExempt = question.Request is { HasServiceGrant: true } or { Principal.Kind: CallerType.Root } || question.Options.Services.NeedsNoPermission(question.Request.Action);
        return isExempt || !bare.Decide().IsAllowed;
    }

    /// <summary>A policy that only allows, beside others of its level, never removes an allow and never makes a deny explicit.</summary>
    [Property]
    public bool Adding_an_allow_never_removes_an_allow(AuthorizationCase question, int seed)
    {
        Statement added = Added(question, seed) with { Effect = Effect.Allow };
        return Decisions(question).Zip(Decisions(Add(question, added, seed))).All(static pair => Badness(pair.Second) <= Badness(pair.First));
    }

    [Property]
    public bool Adding_a_deny_never_removes_a_deny(AuthorizationCase question, int seed)
    {
        Statement added = Added(question, seed) with { Effect = Effect.Deny };
        return Decisions(question).Zip(Decisions(Add(question, added, seed))).All(static pair => Badness(pair.Second) >= Badness(pair.First));
    }

    /// <summary>What is attached where nothing was only limits; a session policy alone is needed by some sessions, and a boundary by who has one.</summary>
    [Property]
    public bool Attaching_a_limit_never_allows(AuthorizationCase question, int seed)
    {
        PolicyType[] limits = [PolicyType.ResourceControl, PolicyType.ServiceControl, PolicyType.VpcEndpoint, PolicyType.PermissionsBoundary, PolicyType.ScopeDown];
        PolicyType limit = new Draw(seed).Of(limits);
        if (question.Request.Principal.HasPermissionsBoundary == true) return true;
        AuthorizationCase without = question.With(limit, AttachedPolicies.None);
        return Badness(question.Decide().Decision) >= Badness(without.Decide().Decision) || !question.Policies[limit].IsKnown;
    }

    /// <summary>One builder is filled with both questions in turn, and again with the first.</summary>
    [Property]
    public bool A_builder_is_decided_as_the_request_that_it_makes(AuthorizationCase one, AuthorizationCase other)
    {
        AuthorizationRequestBuilder builder = new();
        return DecidesAlike(one) && DecidesAlike(other) && DecidesAlike(one);

        bool DecidesAlike(AuthorizationCase question)
        {
            PolicyEvaluator evaluator = new(options: question.Options);
            CompiledPolicySet policies = PolicyCompiler.Compile(question.Policies);
            question.Request.Fill(builder);
            AuthorizationDecision expected = evaluator.Evaluate(policies, question.Request);
            return evaluator.Evaluate(policies, builder) == new DecisionResult(expected.Decision, expected.IsCertain) && evaluator.Evaluate(policies, builder.Build()) == expected;
        }
    }

    [Property]
    public bool Order_and_duplicates_do_not_matter(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        AuthorizationDecision turned = question.WithDocuments(static (_, documents) => [.. documents.Reverse().Select(static d => d with { Statements = [.. d.Statements.Reverse()] })]).Decide();
        AuthorizationDecision doubled = question.WithDocuments(static (kind, documents) => kind == PolicyType.ScopeDown ? documents : [.. documents, .. documents]).Decide();
        return decision == turned && decision == doubled
            && decision.GetDependencies().SequenceEqual(turned.GetDependencies()) && decision.GetDependencies().SequenceEqual(doubled.GetDependencies());
    }

    [Property]
    public bool Explain_agrees_with_evaluate(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        AuthorizationExplanation explanation = Explain(question);
        ImmutableArray<PolicyType> denying = [.. explanation.Layers.Where(static l => l is { IsDenier: true, Outcome: LayerOutcome.Denies }).Select(static l => l.Kind).Distinct()];
        ImmutableArray<AuthorizationExplanation> checks = explanation.Checks.IsEmpty ? [explanation] : explanation.Checks;
        return decision == explanation.Decision
            && decision.GetDependencies().SequenceEqual(explanation.Dependencies)
            && (decision.IsAllowed || !decision.IsCertain) == (explanation.Message is null)
            && (decision.Decision != Decision.ExplicitDeny || explanation.Deniers.SequenceEqual(denying))
            && decision.GetStatements().All(s => checks.Any(check => IsShown(check, s)));
    }

    /// <summary>The checks of a request on an access point have policies of their own, more of them or fewer.</summary>
    private static bool IsShown(AuthorizationExplanation check, DecidingStatement statement) =>
        check.Layers.SingleOrDefault(l => l.Kind == statement.Kind && l.Level == statement.Level) is { } layer
        && layer.Policies.ElementAtOrDefault(statement.Policy)?.Statements.ElementAtOrDefault(statement.Index) is { Applies: true };

    [Property]
    public bool Dependencies_are_named_where_what_is_unknown_could_change_the_decision(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        return (decision.BestCase != decision.Decision) == !decision.GetDependencies().IsEmpty;
    }

    [Property]
    public bool Worst_case_is_never_better_than_best_case(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        return Badness(decision.Decision) >= Badness(decision.BestCase) && (!decision.IsCertain || decision.BestCase == decision.Decision);
    }

    /// <summary>Whatever value, or absence, each unknown key takes.</summary>
    [Property]
    public bool Unknown_key_refines_to_each_known_value(AuthorizationCase question, int seed) => HoldsFor(question, new Refinement(question, seed).OfKeys());

    [Property]
    public bool Unknown_caller_refines_to_each_caller(AuthorizationCase question, int seed) => HoldsFor(question, new Refinement(question, seed).OfCaller());

    [Property]
    public bool Unknown_owner_refines_to_each_account(AuthorizationCase question, int seed) => HoldsFor(question, new Refinement(question, seed).OfOwner());

    /// <summary>What is not known may deny explicitly where the request is not allowed anyway; it never allows what was certain not to be.</summary>
    [Property]
    public bool Unknown_kind_refines_to_all_policies(AuthorizationCase question, int seed)
    {
        AuthorizationDecision decision = question.Decide();
        bool isAllowed = new Refinement(question, seed).OfPolicies().Decide().IsAllowed;
        return decision.IsAllowed ? isAllowed : !isAllowed || (!decision.IsCertain && (decision.BestCase == Decision.Allowed || IsMixed(question)));
    }

    /// <summary>All that is unknown at once.</summary>
    [Property]
    public bool A_certain_decision_is_the_same_whatever_is_unknown(AuthorizationCase question, int seed)
    {
        AuthorizationCase known = question;
        known = new Refinement(known, seed).OfKeys();
        known = new Refinement(known, seed).OfCaller();
        known = new Refinement(known, seed).OfOwner();
        bool hasUnknownKind = Kinds.Any(kind => !question.Policies[kind].IsKnown);
        known = new Refinement(known, seed).OfPolicies();
        AuthorizationDecision decision = question.Decide();
        AuthorizationDecision refined = known.Decide();
        return !decision.IsCertain || (hasUnknownKind ? decision.IsAllowed == refined.IsAllowed : decision.Decision == refined.Decision);
    }

    /// <summary>Any texts anywhere: a decision, and never an exception.</summary>
    [Property]
    public bool Decision_is_total(AuthorizationCase question, NonNull<string> action, NonNull<string> resource, string? owner, NonNull<string>[] texts, int seed)
    {
        Draw draw = new(seed);
        string Text() => texts.Length == 0 || draw.OneIn(3) ? draw.Of("", "*", ":", "${", "arn:", "\uD800", "a:b:c:d:e:f") : draw.Of(texts).Get;
        RequestContextBuilder builder = new();
        for (int i = 0; i < 3; i++) builder.Set($"k:{Text()}", draw.OneIn(4) ? ContextValue.Unknown : ContextValue.Of(Text()));
        AuthorizationRequest request = new(question.Request.Principal, draw.OneIn(2) ? question.Request.Action : action.Get, draw.OneIn(2) ? question.Request.Resource : resource.Get, builder.Build())
        {
            ResourceAccount = owner,
            Endpoint = question.Request.Endpoint,
        };
        AuthorizationCase odd = question.WithDocuments((_, documents) => [.. documents.Select(d => d with { Statements = [.. d.Statements.Select(s => Scramble(s, draw, Text))] })]) with { Request = request };
        AuthorizationDecision decision = odd.Decide();
        AuthorizationExplanation explanation = Explain(odd);
        return decision == explanation.Decision && !decision.GetStatements().IsDefault && !decision.GetDependencies().IsDefault && explanation.Summary.Length > 0 && PolicySetReferenceLaws.Difference(odd) is null;
    }

    /// <summary>True where a decision about unknowns holds for a case in which they are known: a certain decision is the same, and another is within its bounds.</summary>
    private static bool HoldsFor(AuthorizationCase question, AuthorizationCase known)
    {
        AuthorizationDecision decision = question.Decide();
        Decision refined = known.Decide().Decision;
        bool isBelowBest = Badness(refined) >= Badness(decision.BestCase) || IsMixed(question);
        return Badness(refined) <= Badness(decision.Decision) && isBelowBest && (!decision.IsCertain || refined == decision.Decision);
    }

    /// <summary>True where a statement is undecided for a defect and an unknown together: A-91 takes that as a defect, and the unknown may remove it.</summary>
    private static bool IsMixed(AuthorizationCase question)
    {
        CompiledPolicySet set = PolicyCompiler.Compile(question.Policies);
        BoundaryAttachment boundary = new RequestCharacteristics(set, question.Request, new ActionProperties(question.Request, question.Options)).Boundary;
        return set.Layers.SelectMany(static l => l.Policies).SelectMany(static p => p.Statements).Any(s =>
        {
            MatchResult match = StatementMatcher.Match(s, question.Request, boundary, out PrincipalMatch principal);
            return match is { HasDefect: true, HasUnknown: true } || (principal.Defective != PrincipalMatchKinds.None && principal.Unknown != PrincipalMatchKinds.None) || (match.HasUnknown && principal.Defective != PrincipalMatchKinds.None);
        });
    }

    private static AuthorizationExplanation Explain(AuthorizationCase question) =>
        new PolicyEvaluator(options: question.Options).Explain(PolicyCompiler.Compile(question.Policies), question.Request);

    /// <summary>What the case is decided, in the worst case and the best.</summary>
    private static Decision[] Decisions(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        return [decision.Decision, decision.BestCase];
    }

    private static int Badness(Decision decision) => decision switch { Decision.Allowed => 0, Decision.ImplicitDeny => 1, _ => 2 };

    /// <summary>A statement of another case, or one about everything.</summary>
    private static Statement Added(AuthorizationCase question, int seed)
    {
        AuthorizationCase other = AuthorizationCaseGenerator.Make(seed & int.MaxValue);
        Statement[] statements = [.. Kinds.SelectMany(kind => other.Policies[kind].Levels).SelectMany(static l => l.Documents).SelectMany(static d => d.Statements)];
        return statements.Length == 0 || seed % 3 == 0 ? AuthorizationCases.Everything(PolicyType.Resource, Effect.Allow).Statements[0] : statements[0];
    }

    /// <summary>Adds a statement to a document of its own, in one level of each kind that is attached; a scope-down policy would be a level of its own.</summary>
    private static AuthorizationCase Add(AuthorizationCase question, Statement added, int seed)
    {
        Draw draw = new(seed);
        return question.WithDocuments((kind, documents) => kind == PolicyType.ScopeDown || draw.OneIn(2) ? documents : [.. documents, AuthorizationCases.Everything(kind, Effect.Allow) with { Statements = [added] }]);
    }

    private static Statement Scramble(Statement statement, Draw draw, Func<string> text) => draw.OneIn(2) ? statement : statement with
    {
        Principal = draw.OneIn(2) ? statement.Principal : new PrincipalElement { IsNegated = draw.OneIn(2), Groups = [new PrincipalGroup { Type = draw.Of(Enum.GetValues<PrincipalType>()), Values = LanguageCaseGenerator.Texts([text()]) }] },
        Action = new ActionElement { IsNegated = draw.OneIn(3), Patterns = LanguageCaseGenerator.Texts([text()]) },
        Resource = new ResourceElement { IsNegated = draw.OneIn(3), Patterns = LanguageCaseGenerator.Texts([text()]) },
    };
}
