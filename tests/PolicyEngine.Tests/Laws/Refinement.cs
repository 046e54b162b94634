using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Makes known what a case leaves unknown: keys, policies, the caller and the owner of the resource, each in some way.</summary>
internal sealed class Refinement(AuthorizationCase question, int seed)
{
    private const string Account = "111122223333";
    private readonly Draw draw = new(seed);

    /// <summary>The case with a value, or none, for each unknown key.</summary>
    internal AuthorizationCase OfKeys() => question.With(question.Request.Context
        .Select(e => e.Value.IsUnknown ? KeyValuePair.Create(e.Key, Value(e.Key)) : KeyValuePair.Create<string, ContextValue?>(e.Key, e.Value))
        .Where(static e => e.Value is not null).Select(static e => KeyValuePair.Create(e.Key, e.Value!)));

    /// <summary>The case with policies, or none, of each unknown kind.</summary>
    internal AuthorizationCase OfPolicies()
    {
        AuthorizationCase known = question;
        foreach (PolicyType kind in PolicySet.Types.Where(kind => !question.Policies[kind].IsKnown))
        {
            // Only credentials that are temporary have scope-down policies.
            bool cannotBe = kind == PolicyType.ScopeDown && question.Request.Principal.Kind is not (CallerType.User or CallerType.RoleSession or CallerType.FederatedUser);
            if (cannotBe) continue;
            known = known.With(kind, draw.Below(4) switch { 0 => AttachedPolicies.None, 1 => AttachedPolicies.Of(), 2 => Plain(kind, Effect.Deny), _ => Plain(kind, Effect.Allow) });
        }

        return known;
    }

    /// <summary>The case with a caller of the kind and account that alone are known.</summary>
    internal AuthorizationCase OfCaller()
    {
        RequestPrincipal unknown = question.Request.Principal;
        if (unknown.IsIdentified) return question;
        string Arn(string rest) => $"arn:{unknown.Partition}:{rest.Replace(Account, unknown.Account, StringComparison.Ordinal)}";
        string user = Arn($"iam::{Account}:user/{draw.Of("path/Alice", "Bob")}");
        string session = Arn($"sts::{Account}:assumed-role/App/{draw.Of("run", "other")}");
        string federated = Arn($"sts::{Account}:federated-user/{draw.Of("Alice", "Bob")}");
        RequestPrincipal known = unknown.Kind switch
        {
            CallerType.User => RequestPrincipal.FromArn(user),
            CallerType.FederatedUser => RequestPrincipal.FederatedUser(federated, user),
            _ => draw.OneIn(2) ? RequestPrincipal.RoleSession(session, Arn($"iam::{Account}:role/{draw.Of("path/App", "App")}")) : RequestPrincipal.FromArn(session),
        };
        return question.With(known with
        {
            UniqueId = unknown.UniqueId ?? (draw.OneIn(2) ? null : unknown.Kind == CallerType.RoleSession ? "AROAEXAMPLEEXAMPLE1" : "AIDAEXAMPLEEXAMPLE1"),
            CanonicalUserId = unknown.CanonicalUserId,
            HasPermissionsBoundary = unknown.HasPermissionsBoundary,
            IsInManagementAccount = unknown.IsInManagementAccount,
            IsServiceLinkedRole = unknown.IsServiceLinkedRole,
            Credentials = unknown.Credentials,
        });
    }

    /// <summary>The case with an owner of the resource where none or two are named.</summary>
    internal AuthorizationCase OfOwner()
    {
        if (question.Request.FindFault() is null) return question;
        string[] parts = question.Request.Resource.Split(':', 6);
        string? named = parts.Length == 6 && parts[4].Length == Account.Length ? parts[4] : null;
        return question.With(named ?? draw.Of(Account, "444455556666"));
    }

    private ContextValue? Value(string key)
    {
        bool isSingle = ConditionKeys.Find(key) is { IsMultivalued: false };
        return draw.Below(isSingle ? 5 : 7) switch
        {
            0 => null,
            1 => ContextValue.Of(""),
            2 => ContextValue.Of(draw.Of("true", "false")),
            3 or 4 => ContextValue.Of(draw.Of(ConditionTexts.Of(draw.Of(Enum.GetValues<OperatorFamily>())))),
            5 => ContextValue.OfList(),
            _ => ContextValue.OfList("x", draw.Of("y", "")),
        };
    }

    private static AttachedPolicies Plain(PolicyType kind, Effect effect)
    {
        PolicyDocument document = AuthorizationCases.Everything(kind, effect);
        return kind is PolicyType.ServiceControl or PolicyType.ResourceControl ? AttachedPolicies.OfLevels(new PolicyLevel("level", document)) : AttachedPolicies.Of(document);
    }
}
