namespace PolicyEngine.Tests.Evaluation;

/// <summary>A-03, bug 13: every kind of policies absent, without a match, allowing, denying or unknown, for callers of every kind in the resource's account
/// and in another one, against a second statement of the rule.</summary>
public class LayerTruthTableTests
{
    private const string OtherAccount = "999988887777";

    private static readonly PolicyState[] Plain = [PolicyState.Absent, PolicyState.NoMatch, PolicyState.Allow, PolicyState.Deny, PolicyState.Unknown];
    private static readonly PolicyState[] OfResource = [PolicyState.Absent, PolicyState.NoMatch, PolicyState.Allow, PolicyState.AllowSessionIssuer, PolicyState.AllowCaller, PolicyState.Deny, PolicyState.Unknown];
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types.Where(static kind => kind != PolicyType.AccessPoint)];
    private static readonly RequestEndpoint Endpoint = new(VpcEndpointType.Interface, "vpce-1");

    /// <summary>Rows of the table; a step that has no factor in common with the size visits different rows of every kind.</summary>
    private const int Rows = 5 * 5 * 5 * 7 * 5 * 5 * 5 * 5;
    private const int Step = 53;

    public static TheoryData<CallerType, string> Callers => new()
    {
        { CallerType.User, "arn:aws:iam::111122223333:user/Alice" },
        { CallerType.RoleSession, "arn:aws:sts::111122223333:assumed-role/App/s1" },
        { CallerType.FederatedUser, "arn:aws:sts::111122223333:federated-user/Carol" },
        { CallerType.Root, "arn:aws:iam::111122223333:root" },
        { CallerType.Service, "logs.amazonaws.com" },
        { CallerType.Anonymous, "*" },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public void A03_all_kinds_of_policies_decide_as_the_rule_says(CallerType kind, string name)
    {
        RequestPrincipal caller = CallerOf(kind, name);
        Dictionary<(PolicyType, PolicyState), AttachedPolicies> attached = PoliciesFor(kind, name);
        for (int row = 0; row < Rows; row += Step)
        {
            PolicyState[] states = ReadRow(row, hasIssuer: kind is CallerType.RoleSession or CallerType.FederatedUser, hasAccount: caller.Account is not null);
            CompiledPolicySet policies = PolicyCompiler.Compile(SetOf(states, attached));
            foreach (string owner in new[] { PolicySets.Account, OtherAccount })
            {
                AuthorizationRequest bucket = PolicySets.Ask(caller, owner: owner, endpoint: Endpoint);
                Check(states, bucket, needsGrant: false, TestPolicy.Evaluator.Evaluate(policies, bucket));
                AuthorizationRequest key = PolicySets.Ask(caller, "kms:Decrypt", $"arn:aws:kms:us-east-1:{owner}:key/k", owner, endpoint: Endpoint);
                Check(states, key, needsGrant: true, TestPolicy.Evaluator.Evaluate(policies, key));
                if (row % 7 == 0) CheckExplanation(TestPolicy.Evaluator.Explain(policies, bucket), TestPolicy.Evaluator.Evaluate(policies, bucket));
            }
        }
    }

    private static void Check(PolicyState[] states, AuthorizationRequest request, bool needsGrant, AuthorizationDecision decision)
    {
        CallerType kind = request.Principal.Kind;
        bool isSameAccount = request.ResourceAccount == request.Principal.Account;
        Decision known = LayerReference.Decide(kind, isSameAccount, needsGrant, states);
        PolicyType[] unknown = [.. LayerReference.UnknownKinds(kind, states)];
        bool isOpen = known == Decision.Allowed && unknown.Length > 0;
        Decision expected = isOpen ? Decision.ImplicitDeny : known;
        string row = $"{kind} {request.Action}, {(isSameAccount ? "same" : "other")} account: {string.Join(' ', Kinds.Select(k => $"{k}={states[(int)k]}"))}";
        Assert.True((decision.Decision, decision.IsCertain, decision.BestCase) == (expected, !isOpen, known), $"{row}: {decision}, expected {expected}");
        string[] dependencies = isOpen ? [.. unknown.Select(PolicyTypeNames.NameOf)] : [];
        if (isOpen) Assert.Equal(dependencies, decision.DependsOn(), StringComparer.Ordinal);
    }

    private static void CheckExplanation(AuthorizationExplanation explanation, AuthorizationDecision decision)
    {
        Assert.Equal(decision, explanation.Decision);
        Assert.Equal(explanation.Deniers.Order(), explanation.Deniers);
        Assert.Equal(decision.IsAllowed, explanation.Deniers.IsEmpty);
        Assert.Equal(explanation.Deniers, explanation.Layers.Where(static l => l.IsDenier).Select(static l => l.Kind).Distinct());
        Assert.Equal(PolicySet.Types, explanation.Layers.Select(static l => l.Kind).Distinct());
    }

    private static PolicyState[] ReadRow(int row, bool hasIssuer, bool hasAccount)
    {
        PolicyState[] states = new PolicyState[PolicySet.Types.Length];
        foreach (PolicyType kind in Kinds)
        {
            PolicyState[] choices = kind == PolicyType.Resource ? OfResource : Plain;
            states[(int)kind] = choices[row % choices.Length];
            row /= choices.Length;
        }

        ref PolicyState resource = ref states[(int)PolicyType.Resource];
        if (resource == PolicyState.AllowSessionIssuer && !hasIssuer) resource = PolicyState.AllowCaller;
        if (resource == PolicyState.Allow && !hasAccount) resource = PolicyState.AllowCaller;
        return states;
    }

    private static PolicySet SetOf(PolicyState[] states, Dictionary<(PolicyType, PolicyState), AttachedPolicies> attached) =>
        Kinds.Aggregate(new PolicySet(), (set, kind) => set.With(kind, attached[(kind, states[(int)kind])]));

    private static Dictionary<(PolicyType, PolicyState), AttachedPolicies> PoliciesFor(CallerType caller, string name)
    {
        Dictionary<(PolicyType, PolicyState), AttachedPolicies> attached = [];
        foreach (PolicyType kind in Kinds)
        {
            attached[(kind, PolicyState.Absent)] = AttachedPolicies.None;
            attached[(kind, PolicyState.Unknown)] = AttachedPolicies.Unknown;
            attached[(kind, PolicyState.NoMatch)] = PolicySets.Attach(kind, PolicySets.Nothing(kind));
            attached[(kind, PolicyState.Allow)] = PolicySets.Attach(kind, PolicySets.Everything(kind));
            attached[(kind, PolicyState.Deny)] = PolicySets.Attach(kind, PolicySets.DenyAll(kind));
        }

        attached[(PolicyType.Resource, PolicyState.Allow)] = Naming("""{"AWS":"111122223333"}""");
        attached[(PolicyType.Resource, PolicyState.AllowSessionIssuer)] = Naming($$"""{"AWS":"{{(caller == CallerType.RoleSession ? PolicySets.Role : TestPolicy.Alice)}}"}""");
        attached[(PolicyType.Resource, PolicyState.AllowCaller)] = caller switch
        {
            CallerType.Service => Naming($$"""{"Service":"{{name}}"}"""),
            CallerType.Anonymous or CallerType.Root => Naming("\"*\""),
            _ => Naming($$"""{"AWS":"{{name}}"}"""),
        };
        return attached;
    }

    private static AttachedPolicies Naming(string principal) => PolicySets.Attach(
        PolicyType.Resource, $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{{principal}}},"Action":["s3:*","kms:*"],"Resource":"*"}}""");

    private static RequestPrincipal CallerOf(CallerType kind, string name) => kind switch
    {
        CallerType.RoleSession => RequestPrincipal.RoleSession(name, PolicySets.Role),
        CallerType.FederatedUser => RequestPrincipal.FederatedUser(name, TestPolicy.Alice),
        CallerType.Service => RequestPrincipal.Service(name),
        CallerType.Anonymous => RequestPrincipal.Anonymous,
        _ => RequestPrincipal.FromArn(name),
    };
}
