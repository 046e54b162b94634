using System.Globalization;
using System.Text;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Endpoints.Calls;

/// <summary>What is said about a call, before it becomes a request.</summary>
internal sealed class ApiCall(RequestPrincipal principal, string action, string resource)
{
    private static readonly string[] GlobalServices = ["iam", "cloudfront", "route53", "organizations", "support", "waf", "shield"];

    internal RequestPrincipal Principal { get; } = principal;

    internal string Action { get; } = action;

    internal string Resource { get; } = resource;

    internal NetworkPath Path { get; set; } = principal.Kind == CallerType.Service ? new ServicePath() : new UnknownNetworkPath();

    internal DateTimeOffset? Time { get; set; }

    internal bool? IsSecure { get; set; } = true;

    /// <summary>Whether somebody said so, or it is only taken for granted.</summary>
    internal bool SaysSecure { get; set; }

    internal string? Region { get; set; }

    internal string? ResourceAccount { get; set; }

    internal bool IsResourceInManagementAccount { get; set; }

    internal DateTimeOffset? IssuedAt { get; set; }

    internal bool HasMfa { get; set; }

    internal int? MfaAge { get; set; }

    internal AccountOrganization? PrincipalOrganization { get; set; }

    internal AccountOrganization? ResourceOrganization { get; set; }

    internal AccountOrganization? EndpointOrganization { get; set; }

    /// <summary>The keys that follow from all that is said.</summary>
    internal IEnumerable<(string Key, ContextValue Value)> DeriveKeys(ServiceTables tables) =>
        PrincipalKeys.Of(Principal)
            .Concat(new PathKeys(this, tables).Of(Path))
            .Concat(OfOrganization(PrincipalOrganization, "aws:PrincipalOrgID", "aws:PrincipalOrgPaths"))
            .Concat(OfOrganization(ResourceAccountKey.IsMissing(Action, Principal.Account, FindOwner()) ? null : ResourceOrganization, "aws:ResourceOrgID", "aws:ResourceOrgPaths"))
            .Concat(OfSession())
            .Concat(OfEnvironment());

    /// <summary>Whether a key is only what most calls have, so that another value is no contradiction.</summary>
    internal bool IsAssumed(string key) =>
        (!SaysSecure && ConditionKeyName.Comparer.Equals(key, "aws:SecureTransport")) || (IssuedAt is null && ConditionKeyName.Comparer.Equals(key, "aws:MultiFactorAuthPresent"));

    /// <summary>The account that owns the resource, as far as anybody says.</summary>
    internal string? FindOwner()
    {
        if (ResourceAccount is not null) return ResourceAccount;
        return Arn.TryParse(Resource, out Arn? arn) && AccountId.IsValid(arn.Account) ? arn.Account.ToString() : null;
    }

    /// <summary>The Region that is called: as said, of the endpoint, of the resource, or the home of a global service.</summary>
    internal string? FindRegion()
    {
        if (Region is not null) return Region;
        if (Path is EndpointPath { Endpoint.Region: { } ofEndpoint }) return ofEndpoint;
        if (Arn.TryParse(Resource, out Arn? arn) && !arn.Region.IsEmpty) return arn.Region.ToString();
        string service = Action.Split(':')[0];
        bool isGlobal = Array.Exists(GlobalServices, known => Ascii.EqualsIgnoreCase(known, service));
        return isGlobal ? HomeRegion(Principal.Partition) : null;
    }

    /// <summary>In China some global services are at home in Beijing and others in Ningxia, so that nobody knows.</summary>
    private static string? HomeRegion(string partition) => partition switch
    {
        "aws" => "us-east-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => null,
    };

    private static IEnumerable<(string Key, ContextValue Value)> OfOrganization(AccountOrganization? organization, string idKey, string pathsKey) =>
        organization is null or { IsNone: true } ? [] : [(idKey, ContextValue.Of(organization.Id)), (pathsKey, organization.PathValues)];

    /// <summary>Temporary credentials tell when they were issued; those of roles and GetSessionToken whether a second factor was used.</summary>
    private IEnumerable<(string Key, ContextValue Value)> OfSession()
    {
        bool isTemporary = Principal.Kind is CallerType.RoleSession or CallerType.FederatedUser || Principal.Credentials == CredentialKind.SessionToken;
        if (!isTemporary) yield break;
        yield return ("aws:TokenIssueTime", IssuedAt is { } issued ? ContextValue.Of(TextOf(issued)) : ContextValue.Unknown);
        if (Principal.Kind == CallerType.FederatedUser) yield break;
        yield return ("aws:MultiFactorAuthPresent", ContextValue.Of(HasMfa ? "true" : "false"));
        if (HasMfa) yield return ("aws:MultiFactorAuthAge", MfaAge is { } age ? ContextValue.Of(age.ToString(CultureInfo.InvariantCulture)) : ContextValue.Unknown);
    }

    private IEnumerable<(string Key, ContextValue Value)> OfEnvironment()
    {
        yield return ("aws:SecureTransport", IsSecure is { } secure ? ContextValue.Of(secure ? "true" : "false") : ContextValue.Unknown);
        yield return ("aws:RequestedRegion", FindRegion() is { } region ? ContextValue.Of(region) : ContextValue.Unknown);
        yield return ("aws:CurrentTime", Time is { } time ? ContextValue.Of(TextOf(time)) : ContextValue.Unknown);
        yield return ("aws:EpochTime", Time is { } epoch ? ContextValue.Of(epoch.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)) : ContextValue.Unknown);
        if (ResourceAccountKey.IsMissing(Action, Principal.Account, FindOwner())) yield break;
        yield return ("aws:ResourceAccount", FindOwner() is { } owner ? ContextValue.Of(owner) : ContextValue.Unknown);
    }

    private static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
