using System.Collections.Concurrent;
using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>A-03 for every combination: every kind absent, without a match, allowing, denying or unknown, the resource's policy with each grant, for
/// every kind of caller, in its own account, in another one and where it is unknown: the library against the reference. The states of scope-down policies,
/// which limit as those of the organization do, go round beside the others.</summary>
/// <remarks>Every eleventh combination, so that each pair of states comes up; all of them, millions, where <c>POLICYENGINE_CASES</c> is at least a million.</remarks>
public class LayerTruthTable
{
    private const int Million = 1_000_000;
    private const int Stride = 11;
    private const string Own = "111122223333";
    private const string Other = "444455556666";
    private const string User = $"arn:aws:iam::{Own}:user/Alice";
    private const string Role = $"arn:aws:iam::{Own}:role/App";
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];

    private static readonly Dictionary<string, RequestPrincipal> Callers = new(StringComparer.Ordinal)
    {
        ["anonymous"] = RequestPrincipal.Anonymous,
        ["root"] = RequestPrincipal.Root(Own),
        ["user"] = RequestPrincipal.FromArn(User),
        ["user of the management account"] = RequestPrincipal.FromArn(User) with { IsInManagementAccount = true },
        ["user with a boundary"] = RequestPrincipal.FromArn(User) with { HasPermissionsBoundary = true },
        ["role session"] = RequestPrincipal.RoleSession($"arn:aws:sts::{Own}:assumed-role/App/run", Role),
        ["service-linked role session"] = RequestPrincipal.RoleSession($"arn:aws:sts::{Own}:assumed-role/App/run", Role) with { IsServiceLinkedRole = true },
        ["unidentified role session"] = RequestPrincipal.Unidentified(CallerType.RoleSession, Own),
        ["federated user"] = RequestPrincipal.FederatedUser($"arn:aws:sts::{Own}:federated-user/Alice", User),
        ["web identity"] = RequestPrincipal.WebIdentity("accounts.google.com"),
        ["SAML"] = RequestPrincipal.Saml($"arn:aws:iam::{Own}:saml-provider/idp"),
        ["service"] = RequestPrincipal.Service("s3.amazonaws.com"),
    };

    /// <summary>The states of each kind: not attached, not known, and what its one statement says.</summary>
    private static readonly AttachedPolicies[][] States = [.. Kinds.Select(StatesOf)];

    /// <summary>A resource in the caller's account, in another and in an unknown one, and one that only its own policy grants. Callers
    /// without an account are asked about the first alone.</summary>
    private static readonly (string Action, string Resource, string? Owner)[] Calls =
    [
        ("s3:GetObject", "arn:aws:s3:::b/k", Own),
        ("s3:GetObject", "arn:aws:s3:::b/k", Other),
        ("s3:GetObject", "arn:aws:s3:::b/k", null),
        ("kms:Decrypt", $"arn:aws:kms:eu-west-1:{Own}:key/k", Own),
    ];

    public static TheoryData<string> Rows => [.. Callers.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_combination_agrees_with_the_reference(string caller)
    {
        bool hasAccount = Callers[caller].Account is not null;
        AuthorizationRequest[] requests = [.. Calls.Take(hasAccount ? Calls.Length : 1).Select(call => new AuthorizationRequest(Callers[caller], call.Action, call.Resource) { ResourceAccount = call.Owner, Endpoint = new RequestEndpoint(VpcEndpointType.Interface) })];
        int combinations = Kinds.Where(static kind => kind is not (PolicyType.ScopeDown or PolicyType.AccessPoint)).Aggregate(1, static (product, kind) => product * States[(int)kind].Length);
        int step = CaseCount.Or(0) >= Million ? 1 : Stride;
        int count = (combinations + step - 1) / step;
        ConcurrentQueue<string> differences = new();
        Parallel.For(0, count, (place, loop) =>
        {
            CompiledPolicySet policies = PolicyCompiler.Compile(At(place * step));
            foreach (AuthorizationRequest request in requests)
            {
                AuthorizationCase question = new(policies.Source, request, AuthorizationOptions.Default);
                if (PolicySetReferenceLaws.Difference(question, policies) is { } difference) differences.Enqueue($"{difference}\n{question}");
            }

            if (differences.Count > 20) loop.Stop();
        });
        Assert.True(differences.IsEmpty, string.Join("\n\n", differences));
        Console.WriteLine($"{nameof(Every_combination_agrees_with_the_reference)}, {caller}: {count * requests.Length} combinations, no difference");
    }

    private static PolicySet At(int combination)
    {
        PolicySet set = new PolicySet().With(PolicyType.ScopeDown, States[(int)PolicyType.ScopeDown][(int)(((uint)combination * 2_654_435_761) >> 16) % States[(int)PolicyType.ScopeDown].Length]);
        foreach (PolicyType kind in Kinds.Where(static kind => kind is not (PolicyType.ScopeDown or PolicyType.AccessPoint)))
        {
            AttachedPolicies[] states = States[(int)kind];
            set = set.With(kind, states[combination % states.Length]);
            combination /= states.Length;
        }

        return set;
    }

    private static AttachedPolicies[] StatesOf(PolicyType kind)
    {
        PolicyDocument allow = AuthorizationCases.Everything(kind, Effect.Allow);
        PolicyDocument noMatch = allow with { Statements = [allow.Statements[0] with { Action = new ActionElement { Patterns = LanguageCaseGenerator.Texts(["no:thing"]) } }] };
        PolicyDocument deny = AuthorizationCases.Everything(kind, Effect.Deny);
        PolicyDocument[] grants = kind == PolicyType.Resource ? [Naming(allow, Own), Naming(allow, Role, User)] : [];
        return [AttachedPolicies.None, AttachedPolicies.Unknown, .. new[] { noMatch, allow, deny }.Concat(grants).Select(static d => AttachedPolicies.Of(d))];
    }

    private static PolicyDocument Naming(PolicyDocument document, params string[] names) => document with
    {
        Statements = [document.Statements[0] with { Principal = new PrincipalElement { Groups = [new PrincipalGroup { Type = PrincipalType.Aws, Values = LanguageCaseGenerator.Texts(names) }] } }],
    };
}
