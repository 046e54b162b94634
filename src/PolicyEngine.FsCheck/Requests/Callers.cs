using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Requests;

/// <summary>Makes callers of every kind.</summary>
internal static class Callers
{
    /// <summary>Any caller: users and role sessions most often.</summary>
    internal static RequestPrincipal Any(Draw draw)
    {
        string account = draw.Of(World.Accounts);
        RequestPrincipal caller = draw.Below(16) switch
        {
            0 => RequestPrincipal.Root(account),
            1 => RequestPrincipal.FromArn($"arn:aws:sts::{account}:federated-user/alice"),
            2 => Service(draw),
            3 => RequestPrincipal.WebIdentity(draw.Of(World.Providers)),
            4 => RequestPrincipal.Saml(draw.Of(World.SamlProviders)),
            5 => RequestPrincipal.Anonymous,
            6 => RequestPrincipal.Unidentified(draw.Of(CallerType.User, CallerType.RoleSession), account),
            7 or 8 or 9 => Session(account, draw.Of(World.Roles)),
            _ => RequestPrincipal.FromArn($"arn:aws:iam::{account}:user/{draw.Of(World.Users)}"),
        };
        return WithFacts(draw, caller);
    }

    /// <summary>A user or a role session of the account.</summary>
    internal static RequestPrincipal Of(Draw draw, string account) => WithFacts(draw, draw.OneIn(3)
        ? Session(account, draw.Of(World.Roles))
        : RequestPrincipal.FromArn($"arn:aws:iam::{account}:user/{draw.Of(World.Users)}"));

    /// <summary>The caller that the entry of a policy names; null where no caller can be made of it.</summary>
    internal static RequestPrincipal? Named(Draw draw, PrincipalType type, string entry)
    {
        if (entry == "*") return Any(draw);
        string text = TextSteps.Fill(draw, entry);
        if (text.Length == 0) return null;
        return type switch
        {
            PrincipalType.Service => RequestPrincipal.Service(text),
            PrincipalType.Federated => text.Contains(":saml-provider/", StringComparison.Ordinal) ? RequestPrincipal.Saml(text) : RequestPrincipal.WebIdentity(text),
            PrincipalType.CanonicalUser => Of(draw, World.Account) with { CanonicalUserId = text },
            _ when text.Length == 12 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') => Of(draw, text),
            _ when text.StartsWith("AIDA", StringComparison.Ordinal) => RequestPrincipal.FromArn($"arn:aws:iam::{World.Account}:user/alice") with { UniqueId = text },
            _ when text.StartsWith("AROA", StringComparison.Ordinal) => Session(World.Account, "App") with { UniqueId = text },
            _ => OfArn(draw, text),
        };
    }

    /// <summary>A session of a role, with the role's path.</summary>
    internal static RequestPrincipal Session(string account, string role)
    {
        string name = role[(role.LastIndexOf('/') + 1)..];
        return RequestPrincipal.RoleSession($"arn:aws:sts::{account}:assumed-role/{name}/run", $"arn:aws:iam::{account}:role/{role}");
    }

    private static RequestPrincipal Service(Draw draw)
    {
        string name = draw.Of(World.Services);
        return draw.OneIn(3) ? RequestPrincipal.Service(name, name.Insert(name.IndexOf('.', StringComparison.Ordinal), ".eu-west-1")) : RequestPrincipal.Service(name);
    }

    private static RequestPrincipal? OfArn(Draw draw, string text)
    {
        if (!RequestPrincipal.TryFromArn(text, out RequestPrincipal? named) || named.Account is not { } account) return null;
        if (named.Kind == CallerType.Root) return Of(draw, account);
        return named is { Arn: null, RoleArn: { } role } ? Session(account, role.Resource["role/".Length..].ToString()) : named;
    }

    private static RequestPrincipal WithFacts(Draw draw, RequestPrincipal caller)
    {
        string? id = caller.Kind switch { CallerType.User => "AIDAEXAMPLEEXAMPLE1", CallerType.RoleSession => "AROAEXAMPLEEXAMPLE1", _ => null };
        return caller with
        {
            UniqueId = draw.OneIn(3) ? id : null,
            CanonicalUserId = caller.Account is not null && draw.OneIn(6) ? World.CanonicalId : null,
            HasPermissionsBoundary = caller.Account is not null && draw.OneIn(8) ? draw.OneIn(2) : null,
        };
    }
}
