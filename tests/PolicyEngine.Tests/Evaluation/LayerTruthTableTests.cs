namespace PolicyEngine.Tests.Evaluation;

/// <summary>A-03, bug 13: every kind of policies absent, silent, allowing, denying or not known, for callers of every kind in the resource's account
/// and in another one, against a second statement of the rule.</summary>
public class LayerTruthTableTests
{
    private const string Stranger = "999988887777";

    private static readonly Says[] Plain = [Says.Absent, Says.Silent, Says.Allow, Says.Deny, Says.Unknown];
    private static readonly Says[] OfResource = [Says.Absent, Says.Silent, Says.Allow, Says.AllowEntity, Says.AllowCaller, Says.Deny, Says.Unknown];
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];
    private static readonly RequestEndpoint Endpoint = new(VpcEndpointType.Interface, "vpce-1");

    /// <summary>Rows of the table; a step that has no factor in common with the size visits different rows of every slot.</summary>
    private const int Rows = 5 * 5 * 5 * 7 * 5 * 5 * 5;
    private const int Step = 11;

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
        Dictionary<(PolicyType, Says), AttachedPolicies> slots = SlotsFor(kind, name);
        for (int row = 0; row < Rows; row += Step)
        {
            Says[] says = ReadRow(row, hasEntity: kind is CallerType.RoleSession or CallerType.FederatedUser, hasAccount: caller.Account is not null);
            CompiledPolicySet policies = PolicyCompiler.Compile(SetOf(says, slots));
            foreach (string owner in new[] { PolicySets.Account, Stranger })
            {
                AuthorizationRequest bucket = PolicySets.Ask(caller, owner: owner, endpoint: Endpoint);
                Check(says, bucket, needsGrant: false, TestPolicy.Evaluator.Evaluate(policies, bucket));
                AuthorizationRequest key = PolicySets.Ask(caller, "kms:Decrypt", $"arn:aws:kms:us-east-1:{owner}:key/k", owner, endpoint: Endpoint);
                Check(says, key, needsGrant: true, TestPolicy.Evaluator.Evaluate(policies, key));
                if (row % 7 == 0) CheckExplanation(TestPolicy.Evaluator.Explain(policies, bucket), TestPolicy.Evaluator.Evaluate(policies, bucket));
            }
        }
    }

    private static void Check(Says[] says, AuthorizationRequest request, bool needsGrant, AuthorizationDecision decision)
    {
        CallerType kind = request.Principal.Kind;
        bool isSameAccount = request.ResourceAccount == request.Principal.Account;
        Decision known = LayerReference.Decide(kind, isSameAccount, needsGrant, says);
        PolicyType[] unknown = [.. LayerReference.UnknownKinds(kind, says)];
        bool isOpen = known == Decision.Allowed && unknown.Length > 0;
        Decision expected = isOpen ? Decision.ImplicitDeny : known;
        string row = $"{kind} {request.Action}, {(isSameAccount ? "same" : "other")} account: {string.Join(' ', Kinds.Select(k => $"{k}={says[(int)k]}"))}";
        Assert.True((decision.Decision, decision.IsCertain, decision.BestCase) == (expected, !isOpen, known), $"{row}: {decision}, expected {expected}");
        string[] dependencies = isOpen ? [.. unknown.Select(PolicyTypeNames.NameOf)] : [];
        if (isOpen) Assert.Equal(dependencies, decision.GetDependencies(), StringComparer.Ordinal);
    }

    private static void CheckExplanation(AuthorizationExplanation explanation, AuthorizationDecision decision)
    {
        Assert.Equal(decision, explanation.Decision);
        Assert.Equal(explanation.Deniers.Order(), explanation.Deniers);
        Assert.Equal(decision.IsAllowed, explanation.Deniers.IsEmpty);
        Assert.Equal(explanation.Deniers, explanation.Layers.Where(static l => l.IsDenier).Select(static l => l.Kind).Distinct());
        Assert.Equal(Kinds, explanation.Layers.Select(static l => l.Kind).Distinct());
    }

    private static Says[] ReadRow(int row, bool hasEntity, bool hasAccount)
    {
        Says[] says = new Says[Kinds.Length];
        foreach (PolicyType kind in Kinds)
        {
            Says[] choices = kind == PolicyType.Resource ? OfResource : Plain;
            says[(int)kind] = choices[row % choices.Length];
            row /= choices.Length;
        }

        ref Says resource = ref says[(int)PolicyType.Resource];
        if (resource == Says.AllowEntity && !hasEntity) resource = Says.AllowCaller;
        if (resource == Says.Allow && !hasAccount) resource = Says.AllowCaller;
        return says;
    }

    private static PolicySet SetOf(Says[] says, Dictionary<(PolicyType, Says), AttachedPolicies> slots) => new()
    {
        ResourceControl = slots[(PolicyType.ResourceControl, says[(int)PolicyType.ResourceControl])],
        ServiceControl = slots[(PolicyType.ServiceControl, says[(int)PolicyType.ServiceControl])],
        VpcEndpoint = slots[(PolicyType.VpcEndpoint, says[(int)PolicyType.VpcEndpoint])],
        Resource = slots[(PolicyType.Resource, says[(int)PolicyType.Resource])],
        Identity = slots[(PolicyType.Identity, says[(int)PolicyType.Identity])],
        PermissionsBoundary = slots[(PolicyType.PermissionsBoundary, says[(int)PolicyType.PermissionsBoundary])],
        Session = slots[(PolicyType.Session, says[(int)PolicyType.Session])],
    };

    private static Dictionary<(PolicyType, Says), AttachedPolicies> SlotsFor(CallerType caller, string name)
    {
        Dictionary<(PolicyType, Says), AttachedPolicies> slots = [];
        foreach (PolicyType kind in Kinds)
        {
            slots[(kind, Says.Absent)] = AttachedPolicies.None;
            slots[(kind, Says.Unknown)] = AttachedPolicies.Unknown;
            slots[(kind, Says.Silent)] = PolicySets.SlotOf(kind, PolicySets.Nothing(kind));
            slots[(kind, Says.Allow)] = PolicySets.SlotOf(kind, PolicySets.Everything(kind));
            slots[(kind, Says.Deny)] = PolicySets.SlotOf(kind, PolicySets.DenyAll(kind));
        }

        slots[(PolicyType.Resource, Says.Allow)] = Naming("""{"AWS":"111122223333"}""");
        slots[(PolicyType.Resource, Says.AllowEntity)] = Naming($$"""{"AWS":"{{(caller == CallerType.RoleSession ? PolicySets.Role : TestPolicy.Alice)}}"}""");
        slots[(PolicyType.Resource, Says.AllowCaller)] = caller switch
        {
            CallerType.Service => Naming($$"""{"Service":"{{name}}"}"""),
            CallerType.Anonymous or CallerType.Root => Naming("\"*\""),
            _ => Naming($$"""{"AWS":"{{name}}"}"""),
        };
        return slots;
    }

    private static AttachedPolicies Naming(string principal) => PolicySets.SlotOf(
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
