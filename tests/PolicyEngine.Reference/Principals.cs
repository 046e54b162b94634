using PolicyEngine.Primitives;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>Principal and NotPrincipal (L-90 to L-107), and gateway endpoints (L-50).</summary>
internal static class Principals
{
    /// <summary>What an entry names of a caller: a link of its identity chain (L-104).</summary>
    private enum Link
    {
        Everyone,
        Account,
        Self,
        Role,
        Issuer,
        Other,
    }

    /// <summary>L-91, L-103 to L-106.</summary>
    internal static Answer Match(PrincipalElement? element, Effect effect, PolicyType type, AuthorizationRequest request)
    {
        bool has = type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint;
        if (!has || element is null) return true;
        RequestPrincipal caller = request.Principal;
        bool isGateway = type == PolicyType.VpcEndpoint && IsGateway(request);
        List<(Link Link, Answer Answer)> links = [(Link.Everyone, element.IsEveryone)];
        foreach (PrincipalGroup group in element.Groups)
        {
            foreach (TextValue value in group.Values) links.Add(isGateway ? AtGateway(Match(group.Type, value.Text, caller), caller) : Match(group.Type, value.Text, caller));
        }

        Answer Listed(Link link) => Answer.Any(links.Where(l => l.Link == link).Select(static l => l.Answer));
        Answer any = Answer.Any(links.Select(static l => l.Answer));
        if (!element.IsNegated) return any;
        bool isBounded = caller.Kind is PrincipalKind.User or PrincipalKind.RoleSession && caller.HasPermissionsBoundary == true;
        if (effect == Effect.Deny && isBounded) return true;
        Link[] chain = caller.Kind switch
        {
            PrincipalKind.Root => [Link.Account],
            PrincipalKind.User => [Link.Self, Link.Account],
            PrincipalKind.RoleSession => [Link.Self, Link.Role, Link.Account],
            PrincipalKind.FederatedUser => [Link.Self, Link.Issuer, Link.Account],
            _ => [Link.Self],
        };
        if (Listed(Link.Everyone).Value == true || Answer.All(chain.Select(Listed)).Value == true) return false;
        bool isEmpty = !element.IsEveryone && element.Groups.All(static g => g.Values.Count == 0);
        return any.MayBe || isEmpty ? Answer.Defect : true;
    }

    /// <summary>L-50: whether principals are read as at a gateway endpoint.</summary>
    private static bool IsGateway(AuthorizationRequest request)
    {
        string prefix = Forms.Ascii(request.Action).Split(':')[0];
        bool hasGateways = prefix == "dynamodb" || prefix.StartsWith("s3", StringComparison.Ordinal);
        return request.EndpointType == EndpointType.Gateway || (request.EndpointType == EndpointType.Unknown && hasGateways);
    }

    /// <summary>L-50, A-84: only * and, for the root user, its account are documented.</summary>
    private static (Link Link, Answer Answer) AtGateway((Link Link, Answer Answer) entry, RequestPrincipal caller)
    {
        bool isDocumented = entry.Link == Link.Everyone || (entry.Link == Link.Account && caller.Kind == PrincipalKind.Root);
        return isDocumented || !entry.Answer.MayBe ? entry : (entry.Link, Answer.Defect);
    }

    /// <summary>L-92, L-98 to L-102: one entry.</summary>
    private static (Link Link, Answer Answer) Match(PrincipalType type, string entry, RequestPrincipal caller)
    {
        bool hasAccount = caller.Kind is PrincipalKind.Root or PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser;
        bool isToken = caller.Kind is PrincipalKind.WebIdentity or PrincipalKind.Saml;
        if (type == PrincipalType.Aws && entry == "*") return (Link.Everyone, isToken ? Answer.Defect : true);
        if (entry.Contains("${", StringComparison.Ordinal)) return (Link.Other, Answer.Defect);
        if (entry.AsSpan().ContainsAny('*', '?')) return (Link.Other, Covers(type, entry, caller));
        switch (type)
        {
            case PrincipalType.Service when caller.ServiceNames.Contains(entry, StringComparer.Ordinal): return (Link.Self, true);
            case PrincipalType.Service: return (Link.Self, caller.ServiceNames.Contains(entry, StringComparer.OrdinalIgnoreCase) ? Answer.Defect : false);
            case PrincipalType.Federated: return (Link.Self, isToken && caller.Provider == entry);
            case PrincipalType.CanonicalUser: return (Link.Account, caller.CanonicalUserId is { } id ? id == entry : hasAccount ? Answer.Defect : false);
            default: return MatchAws(entry, entry.Split(':', 6), caller);
        }
    }

    /// <summary>L-102: a wildcard inside a principal is undecided where it would cover the caller.</summary>
    private static Answer Covers(PrincipalType type, string entry, RequestPrincipal caller)
    {
        string?[] names = type switch
        {
            PrincipalType.Aws => [caller.Arn?.Text, caller.RoleArn?.Text],
            PrincipalType.Service => [.. caller.ServiceNames],
            PrincipalType.Federated => [caller.Provider],
            _ => [caller.CanonicalUserId],
        };
        List<Sign> pattern = Patterns.Read(entry, wildcards: true, variables: false)!;
        return names.Any(name => name is not null && Patterns.Glob(pattern, name).MayBe) ? Answer.Defect : false;
    }

    /// <summary>L-93 to L-98: an account, user, role, session, federated user or unique id.</summary>
    private static (Link Link, Answer Answer) MatchAws(string entry, string[] parts, RequestPrincipal caller)
    {
        if (entry.Length == 12 && entry.All(char.IsAsciiDigit)) return (Link.Account, caller.Account == entry);
        if (parts.Length < 6) return (caller.Kind == PrincipalKind.RoleSession ? Link.Role : Link.Self, caller.UniqueId == entry);
        bool isNear = parts[1] == caller.Partition && parts[4] == caller.Account;
        string roleName = parts[5].Split('/')[^1];
        string? ownRole = caller is { Kind: PrincipalKind.RoleSession, Arn: { } session } ? session.Resource.ToString().Split('/')[1] : null;
        return parts[5].Split('/')[0] switch
        {
            "root" => (Link.Account, isNear),
            "user" when caller.Kind == PrincipalKind.FederatedUser => (Link.Issuer, caller.IssuerArn is { } issuer ? issuer.Text == entry : isNear ? Answer.Defect : false),
            "role" when caller.RoleArn is { } role => (Link.Role, role.Text == entry ? true : Same(role.Text, entry) ? Answer.Defect : false),
            "role" when ownRole is not null && isNear => (Link.Role, roleName == ownRole ? true : Same(roleName, ownRole) ? Answer.Defect : false),
            "role" => (Link.Role, false),
            _ => (Link.Self, caller.Arn?.Text == entry),
        };
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
