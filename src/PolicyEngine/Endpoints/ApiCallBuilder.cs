using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Endpoints;
using PolicyEngine.Facts;
using PolicyEngine.Requests.Derivation;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>Makes the request that AWS would authorize out of what a call is: who calls what, when, and over which network.</summary>
/// <remarks>Mutable, and not safe for concurrent use. It knows which condition keys such a call has: a call through an
/// endpoint has <c>aws:SourceVpce</c>, <c>aws:SourceVpc</c> and <c>aws:VpcSourceIp</c> and no <c>aws:SourceIp</c>; a key that is neither told nor follows is
/// unknown, or absent after <see cref="AllKeysGiven"/>. There is no clock here: without <see cref="At"/> the time is unknown. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public sealed class ApiCallBuilder
{
    private readonly CallFacts call;
    private readonly Dictionary<string, (ContextValue Value, ContextProvenance Provenance)> given = new(ConditionKey.NameComparer);
    private readonly HashSet<string> absent = new(ConditionKey.NameComparer);
    private readonly bool refusesSpoofedKeys;
    private VpcEndpoint? endpoint;
    private string? region;
    private bool tellsTransport;
    private bool isComplete;
    private bool isResourceInManagementAccount;

    /// <summary>Begins a call.</summary>
    /// <param name="principal">The caller. An AWS service calls by itself.</param>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    /// <param name="resource">The ARN of the resource, or <c>*</c> for an action without resource-level permissions.</param>
    /// <param name="tables">Which services send which keys; default the tables that come with the library.</param>
    /// <param name="refusesSpoofedKeys">True where a key that AWS alone sets is a fault where it comes from the caller; default no.</param>
    public ApiCallBuilder(RequestPrincipal principal, string action, string resource, ServiceTables? tables = null, bool refusesSpoofedKeys = false)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(resource);
        call = new CallFacts(principal, action, resource) { IsSecure = true, Tables = tables ?? ServiceTables.Default };
        if (principal.Kind == CallerType.Service) call.Path = new NetworkPath(NetworkPathKind.ServicePrincipal);
        this.refusesSpoofedKeys = refusesSpoofedKeys;
    }

    /// <summary>The call comes over the internet.</summary>
    /// <param name="sourceIp">The caller's public address, IPv4 or IPv6.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder FromInternet(string sourceIp)
    {
        ArgumentNullException.ThrowIfNull(sourceIp);
        return Take(new NetworkPath(NetworkPathKind.Public) { SourceIp = sourceIp });
    }

    /// <summary>The call comes through a VPC endpoint.</summary>
    /// <remarks>The endpoint's policy takes part in deciding: put <see cref="VpcEndpoint.Policy"/> into the set of policies. An endpoint that is in
    /// no inventory has <see cref="AttachedPolicies.Unknown"/> there.</remarks>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="clientIp">The private address of the client; null for unknown.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder Through(VpcEndpoint endpoint, string? clientIp = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        NetworkPath path = new(NetworkPathKind.Endpoint)
        {
            Endpoint = new RequestEndpoint(endpoint.Type, endpoint.Id) { VpcId = endpoint.VpcId, SupportsPolicy = endpoint.SupportsPolicy },
            ClientIp = clientIp,
            EndpointOwner = endpoint.OwnerId,
            EndpointRegion = endpoint.Region,
            VpcRegion = endpoint.VpcRegion,
        };
        return Take(path, endpoint);
    }

    /// <summary>An AWS service calls on behalf of the caller, who called it as told before: over the internet, through an endpoint, or unknown how.</summary>
    /// <remarks>The endpoint of the first call leaves no keys, and its policy is not asked again. AWS page:
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access sessions</see>.</remarks>
    /// <param name="services">The services on the way, first to last, such as <c>cloudformation.amazonaws.com</c>; none where they do not say so.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder OnBehalfBy(params ReadOnlySpan<string> services) =>
        Take(call.Path.ForwardBy([.. services]));

    /// <summary>A service calls from its own network with a role that was passed to it, and not on behalf of anybody.</summary>
    /// <returns>This builder.</returns>
    public ApiCallBuilder FromServiceNetwork() =>
        Take(new NetworkPath(call.Caller.Kind == CallerType.Service ? NetworkPathKind.ServicePrincipal : NetworkPathKind.ServiceNetwork));

    /// <summary>Tells when the call arrives.</summary>
    /// <param name="time">The time; fractions of a second are dropped.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder At(DateTimeOffset time)
    {
        call.SetTime(time);
        return this;
    }

    /// <summary>Tells whether the call is encrypted; without this it is.</summary>
    /// <param name="isSecure">True where TLS is used; null for unknown.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder OverTls(bool? isSecure)
    {
        call.IsSecure = isSecure;
        tellsTransport = true;
        return this;
    }

    /// <summary>Tells which Region is called; without this that of the endpoint, of the resource, or the home Region of a global service.</summary>
    /// <param name="region">The Region, such as <c>us-west-2</c>.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder InRegion(string region)
    {
        ArgumentException.ThrowIfNullOrEmpty(region);
        this.region = region;
        return this;
    }

    /// <summary>Tells who owns the resource; without this the account in its ARN.</summary>
    /// <param name="account">The 12 digits of the account.</param>
    /// <param name="isManagement">True where it is the management account of its organization.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder OwnedBy(string account, bool isManagement = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        call.ResourceAccount = account;
        isResourceInManagementAccount = isManagement;
        return this;
    }

    /// <summary>Tells when a session was made, and whether with a second factor.</summary>
    /// <param name="issuedAt">When the credentials were issued.</param>
    /// <param name="hasMfa">True where a second factor was used; default no.</param>
    /// <param name="mfaAge">The seconds since then; null for unknown.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder WithSession(DateTimeOffset issuedAt, bool hasMfa = false, int? mfaAge = null)
    {
        call.Session = call.Session with { IssuedAt = CallFacts.TextOf(issuedAt), HasMfa = hasMfa, MfaAge = mfaAge?.ToString(CultureInfo.InvariantCulture) };
        return this;
    }

    /// <summary>Tells in which organizations the accounts are: of the caller, of the resource, and of the endpoint's owner.</summary>
    /// <remarks>What is not told is unknown, or absent after <see cref="AllKeysGiven"/>; <see cref="AccountOrganization.None"/> says that an account is in none.</remarks>
    /// <param name="principal">The organization of the caller.</param>
    /// <param name="resource">The organization of the resource.</param>
    /// <param name="endpoint">The organization of the endpoint's owner.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder InOrganizations(AccountOrganization? principal = null, AccountOrganization? resource = null, AccountOrganization? endpoint = null)
    {
        call.CallerOrganization = principal;
        call.ResourceOrganization = resource;
        call.EndpointOrganization = endpoint;
        return this;
    }

    /// <summary>Sets a further condition key, such as <c>aws:PrincipalTag/team</c> or <c>s3:prefix</c>.</summary>
    /// <remarks>A value for a key that follows from the call must be the one that follows, and a key that such a call does not have cannot be
    /// set. <see cref="ContextValue.Unknown"/> is always taken: what would follow is unknown then.</remarks>
    /// <param name="key">The name, letter case ignored.</param>
    /// <param name="value">The value.</param>
    /// <param name="provenance">Where it comes from; default the platform.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder Set(string key, ContextValue value, ContextProvenance provenance = ContextProvenance.Platform)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        given[key] = (value, provenance);
        return this;
    }

    /// <summary>Sets a further condition key with one value.</summary>
    /// <param name="key">The name, letter case ignored.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    public ApiCallBuilder Set(string key, string value) => Set(key, ContextValue.Of(value));

    /// <summary>Tells that the call has no such key, where keys that are not told are unknown. A key that follows from the call cannot be absent.</summary>
    /// <param name="key">The name, letter case ignored; one that ends with <c>/</c> or <c>:</c> means all that begin with it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public ApiCallBuilder SetAbsent(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        absent.Add(key);
        return this;
    }

    /// <summary>Tells that all condition keys of the call are given: one that is neither set nor follows from the call is absent. Without this it is
    /// unknown, and a decision that depends on it is not certain.</summary>
    /// <returns>This builder.</returns>
    public ApiCallBuilder AllKeysGiven()
    {
        isComplete = true;
        return this;
    }

    /// <summary>Finds what cannot be in this call, or is unlikely.</summary>
    /// <returns>The faults; empty for a call that can come up.</returns>
    public ImmutableArray<RequestFault> FindFaults()
    {
        TryBuild(out _, out ImmutableArray<RequestFault> faults);
        return faults;
    }

    /// <summary>Makes the request.</summary>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException">What was told contradicts itself; the message names all contradictions.</exception>
    public AuthorizationRequest Build()
    {
        bool isSound = TryBuild(out AuthorizationRequest request, out ImmutableArray<RequestFault> faults);
        return isSound ? request : throw new InvalidOperationException($"{string.Join("; ", faults.Where(static f => f.IsError))}.");
    }

    /// <summary>Makes the request, with what is wrong with it.</summary>
    /// <param name="request">The request; not to be relied on when the result is false.</param>
    /// <param name="faults">What cannot be, or is unlikely.</param>
    /// <returns>True where there is no error among the faults.</returns>
    public bool TryBuild(out AuthorizationRequest request, out ImmutableArray<RequestFault> faults)
    {
        NetworkPath path = call.Path;
        if (isComplete && path.Kind == NetworkPathKind.Unknown) call.Path = NetworkPath.Untold;
        call.Region = call.ResourceRegion ?? region ?? call.FindRegion();
        CallAssembly assembly = new(call, endpoint, region, refusesSpoofedKeys)
        {
            AssumesTransport = !tellsTransport,
            IsComplete = isComplete,
            IsResourceInManagementAccount = isResourceInManagementAccount,
        };
        request = assembly.Assemble(given, absent);
        faults = assembly.FindFaults(request);
        call.Path = path;
        return !faults.Any(static fault => fault.IsError);
    }

    /// <summary>The call without its keys.</summary>
    /// <returns>Caller, action and resource.</returns>
    public override string ToString() => ShownText.Of($"{call.Caller} {call.Action} {call.Resource}");

    private ApiCallBuilder Take(NetworkPath path, VpcEndpoint? through = null)
    {
        call.Path = path;
        endpoint = through;
        return this;
    }
}
