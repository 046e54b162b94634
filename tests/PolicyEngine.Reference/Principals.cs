using System.Text.RegularExpressions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>Principal and NotPrincipal (L-90 to L-107), and gateway endpoints (L-50).</summary>
internal static class Principals
{
    /// <summary>What an entry names of a caller: a link of its identity chain (L-104).</summary>
    private enum Link { Everyone, Account, Self, Id, Role, Issuer, Canonical, Other }

    // L-27: the accepted texts.
    private static readonly Regex Account = Forms.Make("[0-9]{12}");
    private static readonly Regex UniqueId = Forms.Make("A[A-Z0-9]{15,}");
    private static readonly Regex Service = Forms.Make("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
    private static readonly Regex CanonicalId = Forms.Make("[0-9a-f]{64}");
    private static readonly Regex Provider = Forms.Make("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+|arn:aws(-[a-z]+)*:iam::[0-9]{12}:(saml|oidc)-provider/[^ *?]+");
    private static readonly Regex AwsArn = Forms.Make("arn:aws(-[a-z]+)*:(iam::[0-9]{12}:(root|(user|role)/([!-~]*/)?NAME)|sts::[0-9]{12}:(assumed-role/NAME/NAME|federated-user/NAME)|iam::cloudfront:user/CloudFront Origin Access Identity NAME)"
            .Replace("NAME", "[A-Za-z0-9+=,.@_-]+", StringComparison.Ordinal));

    /// <summary>L-42, L-45, L-49, L-91, L-103 to L-106: no element is undecided where the type needs one.</summary>
    internal static Answer Match(PrincipalElement? element, Effect effect, PolicyType type, AuthorizationRequest request, Answer isBounded)
    {
        if (element is null) return type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.AccessPoint ? Answer.Defect : true;
        RequestPrincipal caller = request.Principal;
        (Link Link, Answer Answer)[] links = [.. Entries(element, effect, type, request)];
        Link idIs = caller.Kind switch { CallerType.User => Link.Self, CallerType.RoleSession => Link.Role, _ => Link.Id };
        Answer Listed(Link link) => Answer.Any(links.Where(l => l.Link == link || (link == Link.Account && l.Link == Link.Canonical) || (l.Link == Link.Id && link == idIs)).Select(static l => l.Answer));
        Answer any = Answer.Any(links.Select(static l => l.Answer));
        if (!element.IsNegated) return any;
        Link[] own = caller.Kind == CallerType.Root ? [] : caller.Kind == CallerType.RoleSession ? [Link.Self, Link.Role] : caller.Kind == CallerType.FederatedUser ? [Link.Self, Link.Issuer] : [Link.Self];
        Link[] chain = caller.Kind is CallerType.Root or CallerType.User or CallerType.RoleSession or CallerType.FederatedUser ? [.. own, Link.Account] : own;
        bool isEmpty = !element.IsEveryone && element.Groups.All(static g => g.Values.Count == 0);
        Answer isExempt = Listed(Link.Everyone) | Answer.All(chain.Select(Listed));
        bool isAccountAlone = effect == Effect.Deny && Listed(Link.Account).Value == true && links.All(static l => l.Link is Link.Account or Link.Canonical || !l.Answer.MayBe);
        Answer applies = isExempt.Value == true ? false : isAccountAlone ? true : any.MayBe || isEmpty ? new Answer(null, Causes.Defect | any.Causes | isExempt.Causes) : true;
        return effect == Effect.Deny && caller.Kind is CallerType.User or CallerType.RoleSession ? isBounded | applies : applies;
    }

    /// <summary>A-39: the class of what each entry grants. What no entry of an accepted form says could be anything.</summary>
    internal static IReadOnlyList<(Grant Grant, Answer Answer)> Grants(PrincipalElement? element, PolicyType type, AuthorizationRequest request) =>
        element is null ? [(Grant.D, Answer.Defect)] : element.IsNegated ? [(Grant.X, true)] : [.. Entries(element, Effect.Allow, type, request).Select(e => (e.Link switch
        {
            Link.Account or Link.Canonical => Grant.X,
            Link.Role or Link.Issuer => Grant.E,
            Link.Id when request.Principal.Kind != CallerType.User => Grant.E,
            _ => Grant.D,
        }, e.Answer))];

    /// <summary>L-91, L-92, L-50: each entry of the element, everybody first.</summary>
    private static IEnumerable<(Link Link, Answer Answer)> Entries(PrincipalElement element, Effect effect, PolicyType type, AuthorizationRequest request)
    {
        bool isGateway = type == PolicyType.VpcEndpoint && IsGateway(request);
        IEnumerable<(Link Link, Answer Answer)> entries = from g in element.Groups from value in g.Values select Match(g.Type, value.Text, request.Principal, element.IsNegated);
        return entries.Select(e => isGateway ? AtGateway(e, request.Principal, effect == Effect.Allow && !element.IsNegated && request.Endpoint?.Type == VpcEndpointType.Gateway) : e).Prepend((Link.Everyone, element.IsEveryone));
    }

    /// <summary>L-50, Q-10: whether principals are read as at a gateway endpoint.</summary>
    private static bool IsGateway(AuthorizationRequest request)
    {
        string prefix = request.Action.Contains(':', StringComparison.Ordinal) ? Forms.Ascii(request.Action).Split(':')[0] : "";
        VpcEndpointType type = request.Endpoint?.Type ?? VpcEndpointType.Unknown;
        return type == VpcEndpointType.Gateway || (type != VpcEndpointType.Interface && Profiles.HasGateway(prefix));
    }

    /// <summary>L-50, A-84, Q-12: only * and, for the root user, its account are documented; of an Allow at a known gateway the account is nobody else.</summary>
    private static (Link Link, Answer Answer) AtGateway((Link Link, Answer Answer) entry, RequestPrincipal caller, bool isRootAlone)
    {
        if (isRootAlone && entry.Link == Link.Account && caller.Kind != CallerType.Root) return (entry.Link, false);
        bool isDocumented = entry.Link == Link.Everyone || (entry.Link == Link.Account && caller.Kind == CallerType.Root);
        return isDocumented || !entry.Answer.MayBe ? entry : (entry.Link, new Answer(null, Causes.Defect | entry.Answer.Causes));
    }

    /// <summary>L-1, L-92, L-98 to L-102: one entry. Texts of no accepted form (L-27) are undecided.</summary>
    private static (Link Link, Answer Answer) Match(PrincipalType type, string entry, RequestPrincipal caller, bool isNegated)
    {
        bool hasAccount = caller.Kind is CallerType.Root or CallerType.User or CallerType.RoleSession or CallerType.FederatedUser;
        bool isToken = caller.Kind is CallerType.WebIdentity or CallerType.Saml;
        bool isWild = entry.AsSpan().ContainsAny('*', '?');
        if (entry.Contains("${", StringComparison.Ordinal)) return (Link.Other, Answer.Defect);
        return type switch
        {
            PrincipalType.Aws when entry == "*" => (Link.Everyone, isToken ? Answer.Defect : true),
            PrincipalType.Aws when isWild => (Link.Other, caller.IsIdentified ? Covers(entry, caller.Arn?.Text) | Covers(entry, caller.RoleArn?.Text) | MayCoverRole(entry, caller) : Answer.Defect & Answer.UnknownKey),
            PrincipalType.Service when isWild => (Link.Other, Answer.Any(caller.ServiceNames.Select(name => Covers(entry, name)))),
            PrincipalType.Federated when isWild => (Link.Other, Covers(entry, caller.Provider)),
            PrincipalType.Aws => MatchAws(entry, entry.Split(':', 6), caller, isNegated),
            PrincipalType.Service when Service.IsMatch(entry) => (Link.Self, Answer.Any(caller.ServiceNames.Select(name => Same(name, entry)))),
            PrincipalType.Federated when Provider.IsMatch(entry) => (Link.Self, isToken && caller.Provider == entry),
            PrincipalType.CanonicalUser when CanonicalId.IsMatch(entry) => (Link.Canonical, caller.CanonicalUserId is { } id ? hasAccount && id == entry : hasAccount ? Answer.Defect : false),
            _ => (Link.Other, NoPrincipal(entry, isNegated)),
        };
    }

    /// <summary>Q-11: a text that is no ARN is nobody; undecided in NotPrincipal. Other texts of no accepted form are undecided.</summary>
    private static Answer NoPrincipal(string entry, bool isNegated) => !isNegated && Forms.IsForeign(entry) ? false : Answer.Defect;

    /// <summary>L-102: a wildcard inside a principal is undecided where it would cover the caller.</summary>
    private static Answer Covers(string entry, string? own) => own is not null && Patterns.Glob(Patterns.Read(entry, wildcards: true, variables: false)!, own).MayBe ? Answer.Defect : false;

    /// <summary>L-90, L-102: the path of a role is not known from its session alone, so that any text that begins like its ARN may cover it.</summary>
    private static Answer MayCoverRole(string entry, RequestPrincipal caller)
    {
        if (caller.Kind != CallerType.RoleSession || caller.RoleArn is not null) return false;
        string known = $"arn:{caller.Partition}:iam::{caller.Account}:role/";
        string head = entry[..entry.IndexOfAny(['*', '?'])];
        return head.StartsWith(known, StringComparison.Ordinal) || known.StartsWith(head, StringComparison.Ordinal) ? Answer.Defect : false;
    }

    /// <summary>L-93 to L-98: an account, user, role, session, federated user or unique id.</summary>
    private static (Link Link, Answer Answer) MatchAws(string entry, string[] parts, RequestPrincipal caller, bool isNegated)
    {
        if (Account.IsMatch(entry)) return (Link.Account, caller.Account == entry);
        if (UniqueId.IsMatch(entry)) return (Link.Id, caller.IsIdentified || caller.UniqueId is not null ? caller.UniqueId == entry : Answer.UnknownKey);
        if (!AwsArn.IsMatch(entry)) return (Link.Other, NoPrincipal(entry, isNegated));
        bool isNear = parts[1] == caller.Partition && parts[4] == caller.Account;
        string? ownRole = caller is { Kind: CallerType.RoleSession, Arn: { } session } ? session.Resource.ToString().Split('/')[1] : null;
        Answer Named(CallerType kind, Answer otherwise) => caller.IsIdentified ? otherwise : isNear && caller.Kind == kind ? Answer.UnknownKey : false;
        return parts[5].Split('/')[0] switch
        {
            "root" => (Link.Account, isNear),
            "user" when caller.Kind == CallerType.FederatedUser => (Link.Issuer, Named(caller.Kind, caller.IssuerArn is { } issuer ? issuer.Text == entry : isNear ? Answer.Defect : false)),
            "role" when caller.RoleArn is { } role => (Link.Role, Same(role.Text, entry)),
            "role" => (Link.Role, Named(CallerType.RoleSession, ownRole is null || !isNear ? false : Same(parts[5].Split('/')[^1], ownRole))),
            "user" => (Link.Self, Named(CallerType.User, caller.Arn?.Text == entry)),
            "assumed-role" => (Link.Self, Named(CallerType.RoleSession, caller.Arn?.Text == entry)),
            _ => (Link.Self, Named(CallerType.FederatedUser, caller.Arn?.Text == entry)),
        };
    }

    /// <summary>L-95, L-99: equal; undecided where only the letter case differs.</summary>
    private static Answer Same(string a, string b) => a == b ? true : string.Equals(a, b, StringComparison.OrdinalIgnoreCase) ? Answer.Defect : false;
}
