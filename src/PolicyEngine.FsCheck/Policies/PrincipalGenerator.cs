using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes Principal and NotPrincipal near a caller.</summary>
internal static class PrincipalGenerator
{
    private static readonly PrincipalElement Everyone = new() { IsEveryone = true };

    internal static bool IsIn(PolicyType type) => type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.AccessPoint;

    /// <summary>An element of the type that names the caller, or everyone; or that names one a step away.</summary>
    internal static PrincipalElement Make(Draw draw, PolicyType type, Effect effect, RequestPrincipal caller, bool holds)
    {
        if (type == PolicyType.ResourceControl) return Everyone;
        if (!holds)
        {
            bool mayNegate = effect == Effect.Deny && type != PolicyType.Trust && caller.Arn is not null;
            return mayNegate && draw.OneIn(5)
                ? Of(PrincipalType.Aws, [caller.Account!, caller.Arn!.Text, .. caller.RoleArn is { } role ? [role.Text] : Array.Empty<string>()]) with { IsNegated = true }
                : Of(PrincipalType.Aws, draw.OneIn(3) ? [Stranger(draw, caller), Stranger(draw, caller)] : [Stranger(draw, caller)]);
        }

        bool mayExclude = effect == Effect.Deny && type != PolicyType.Trust;
        if (mayExclude && draw.OneIn(6)) return Excluding(caller.Account == World.OtherAccount ? World.Account : World.OtherAccount);
        if (draw.OneIn(3)) return draw.OneIn(2) ? Everyone : Of(PrincipalType.Aws, ["*"]);
        PrincipalGroup? named = Naming(draw, type, caller);
        if (named is null) return Everyone;
        PrincipalGroup[] groups = draw.OneIn(4) ? [named, Group(named.Type == PrincipalType.Aws ? PrincipalType.Service : PrincipalType.Aws, [named.Type == PrincipalType.Aws ? draw.Of(World.Services) : World.OtherAccount])] : [named];
        return new PrincipalElement { Groups = [.. groups] };
    }

    /// <summary>Everyone but a user of the account, with the account itself, which such a user is in.</summary>
    private static PrincipalElement Excluding(string account) => Of(PrincipalType.Aws, [$"arn:aws:iam::{account}:user/alice", $"arn:aws:iam::{account}:root"]) with { IsNegated = true };

    private static PrincipalGroup? Naming(Draw draw, PolicyType type, RequestPrincipal caller)
    {
        if (caller.Kind == CallerType.Service) return Group(PrincipalType.Service, [caller.ServiceNames[0]]);
        if (caller.Provider is { } provider) return type == PolicyType.Trust ? Group(PrincipalType.Federated, [provider]) : null;
        if (caller.Account is not { } account) return null;
        List<string> chain = [account, $"arn:{caller.Partition}:iam::{account}:root"];
        if (caller is { Arn: { } own, Kind: not CallerType.Root }) chain.AddRange([own.Text, own.Text]);
        if (caller.RoleArn is { } role) chain.AddRange([role.Text, role.Text]);
        if (caller.UniqueId is { } id) chain.Add(id);
        if (caller.CanonicalUserId is { } canonical && draw.OneIn(3)) return Group(PrincipalType.CanonicalUser, [canonical]);
        string[] names = draw.OneIn(4) ? [draw.Of([.. chain]), Stranger(draw, caller)] : [draw.Of([.. chain])];
        return Group(PrincipalType.Aws, names);
    }

    /// <summary>Another account, or another user or role of the caller's own.</summary>
    private static string Stranger(Draw draw, RequestPrincipal caller)
    {
        string account = caller.Account ?? World.Account;
        string other = account == World.Account ? World.OtherAccount : World.Account;
        string own = (caller.RoleArn ?? caller.Arn)?.Text ?? "";
        bool hasName = own.Contains(":user/", StringComparison.Ordinal) || own.Contains(":role/", StringComparison.Ordinal);
        return draw.Below(4) switch
        {
            0 => other,
            1 => $"arn:aws:iam::{other}:root",
            2 => $"arn:aws:iam::{other}:user/alice",
            _ => hasName ? TextSteps.Miss(draw, own, own.LastIndexOf('/') + 1) : other,
        };
    }

    private static PrincipalElement Of(PrincipalType type, IEnumerable<string> names) => new() { Groups = [Group(type, names)] };

    private static PrincipalGroup Group(PrincipalType type, IEnumerable<string> names) => new() { Type = type, Values = Patterns.Texts(names.Distinct(StringComparer.Ordinal)) };
}
