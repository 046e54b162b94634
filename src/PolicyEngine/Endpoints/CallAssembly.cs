using System.Collections.Immutable;
using System.Text;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.Endpoints;

/// <summary>Puts derived and given condition keys together, and finds what does not fit.</summary>
/// <param name="call">What is known of the call.</param>
/// <param name="endpoint">The endpoint that it comes through; null where it comes through none.</param>
/// <param name="region">The Region that is told to be called; null where none is.</param>
/// <param name="refusesSpoofedKeys">True where a key that AWS alone sets is a fault where it comes from the caller.</param>
internal sealed class CallAssembly(CallFacts call, VpcEndpoint? endpoint, string? region, bool refusesSpoofedKeys)
{
    private readonly ImmutableArray<RequestFault>.Builder faults = ImmutableArray.CreateBuilder<RequestFault>();

    /// <summary>True where <c>aws:SecureTransport</c> is only what most calls have, so that another value is no contradiction.</summary>
    internal bool AssumesTransport { get; init; }

    /// <summary>True where keys that are not given and do not follow are absent; otherwise they are unknown.</summary>
    internal bool IsComplete { get; init; }

    internal bool IsResourceInManagementAccount { get; init; }

    /// <summary>Makes the request.</summary>
    /// <param name="given">The keys that are given, with their values.</param>
    /// <param name="absent">The keys that are told to be absent.</param>
    internal AuthorizationRequest Assemble(IReadOnlyDictionary<string, (ContextValue Value, ContextProvenance Provenance)> given, IReadOnlySet<string> absent)
    {
        RequestContextBuilder context = new(refusesSpoofedKeys);
        if (!IsComplete) context.SetOthersUnknown();
        foreach (string key in absent)
        {
            if (given.Keys.FirstOrDefault(own => IsCovered(own, key)) is { } own) Add("A-98", $"'{own}' is given, and said to be absent");
            context.SetAbsent(key);
        }

        foreach (ConditionKey key in KeyDerivation.Keys)
        {
            DerivedKey derived = KeyDerivation.Find(key, call);
            bool isGiven = given.TryGetValue(key.Name, out (ContextValue Value, ContextProvenance Provenance) own);
            if (isGiven) SetBoth(context, key.Name, derived, own.Value, own.Provenance);
            else if (derived.State == KeyState.Absent) context.SetAbsent(key.Name);
            else if (derived.State != KeyState.Untold && !IsAbsent(key, derived, absent)) Set(context, key.Name, derived.ToValue(), ContextProvenance.Derived);
        }

        if (CallerKeys.Tag(call).State == KeyState.Absent) context.SetAbsent(KeyDerivation.PrincipalTag);
        foreach ((string key, (ContextValue value, ContextProvenance provenance)) in given)
        {
            if (!IsDerivable(key)) Set(context, key, value, provenance);
        }

        return new AuthorizationRequest(call.Caller, call.Action, call.Resource, context.Build())
        {
            Endpoint = call.Path.Endpoint,
            ResourceAccount = call.ResourceAccount,
            IsResourceInManagementAccount = IsResourceInManagementAccount,
        };
    }

    internal ImmutableArray<RequestFault> FindFaults(AuthorizationRequest request)
    {
        if (endpoint is not null) CheckEndpoint(endpoint);
        if (call is { Caller.Kind: CallerType.Service, Path.Kind: NetworkPathKind.Public }) Add("A-74", "an AWS service that calls by itself has no source address");
        bool isFromPrivate = call.Path is { Kind: NetworkPathKind.Public, SourceIp: { } text } && IpAddress.TryParse(text, out IpAddress address) && PrivateAddresses.HasAddress(address);
        if (isFromPrivate) Warn("Q-33", $"'{call.Path.SourceIp}' is a private address, and no call over the internet comes from one");
        faults.AddRange(RequestConsistency.FindFaults(request).Where(fault => !faults.Any(own => own.Message == fault.Message)));
        return faults.ToImmutable();
    }

    /// <summary>A key that is given: it must agree with what follows from the call, and either may be unknown.</summary>
    private void SetBoth(RequestContextBuilder context, string key, DerivedKey derived, ContextValue own, ContextProvenance provenance)
    {
        if (derived.State == KeyState.Absent && !own.IsUnknown && call.Path.Excludes(key)) Add("A-98", $"'{key}' is given as {own}, and {call.Path.Description} has no such key");
        bool isAssumed = AssumesTransport && ConditionKey.NameComparer.Equals(key, ConditionKeys.SecureTransport.Name);
        bool isDerived = derived.State == KeyState.Present && !own.IsUnknown && !isAssumed;
        if (isDerived && !RequestConsistency.IsSame(key, derived.ToValue(), own)) Add("A-98", $"'{key}' is given as {own}, and follows from the call as {derived.ToValue()}");
        bool isSpoofed = isDerived && refusesSpoofedKeys && provenance is not (ContextProvenance.Platform or ContextProvenance.Derived);
        Set(context, key, isDerived && !isSpoofed ? derived.ToValue() : own, isDerived && !isSpoofed ? ContextProvenance.Derived : provenance);
    }

    /// <summary>True where a key is told to be absent. A fault where it follows from the call, but for the encryption that is only assumed.</summary>
    private bool IsAbsent(ConditionKey key, DerivedKey derived, IReadOnlySet<string> absent)
    {
        if (!absent.Any(name => IsCovered(key.Name, name))) return false;
        bool isAssumed = AssumesTransport && ReferenceEquals(key, ConditionKeys.SecureTransport);
        if (derived.State == KeyState.Present && !isAssumed) Add("A-98", $"'{key.Name}' is said to be absent, and follows from the call as {derived.ToValue()}");
        return true;
    }

    /// <summary>True where a key has a name, or is of the family of a name that ends with <c>/</c> or <c>:</c>.</summary>
    private static bool IsCovered(string key, string name) =>
        ConditionKey.NameComparer.Equals(key, name) || (name[^1] is '/' or ':' && key.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsDerivable(string key) => KeyDerivation.Keys.Any(known => ConditionKey.NameComparer.Equals(known.Name, key));

    private void Set(RequestContextBuilder context, string key, ContextValue value, ContextProvenance provenance)
    {
        if (!context.TrySet(key, value, provenance, out RequestFault? fault)) faults.Add(fault);
    }

    private void CheckEndpoint(VpcEndpoint endpoint)
    {
        string name = endpoint.Id ?? "the endpoint";
        if (!endpoint.CarriesApiCalls) Add("A-64", $"'{name}' carries no calls that AWS authorizes");
        string stateFault = $"'{name}' is {endpoint.State}, and only an available endpoint carries calls";

        // An endpoint that was still being made when its record was printed may be ready by now.
        bool mayBeReady = endpoint.State is VpcEndpointState.Pending or VpcEndpointState.PendingAcceptance or VpcEndpointState.Partial;
        if (mayBeReady) Warn("A-89", stateFault);
        else if (endpoint.State is not (VpcEndpointState.Unknown or VpcEndpointState.Unrecognized or VpcEndpointState.Available)) Add("A-89", stateFault);
        string service = call.Action.Split(':')[0];
        bool isOther = endpoint.ServiceName?.ActionPrefix is { } prefix && !Ascii.EqualsIgnoreCase(prefix, service);
        if (isOther) Warn("A-98", $"'{name}' is an endpoint of {endpoint.ServiceName}, and the action is of '{service}'");
        bool isElsewhere = region is not null && endpoint.Region is { } own && own != region;
        if (isElsewhere) Warn("A-98", $"'{name}' leads to the Region {endpoint.Region}, and the call is for {region}");
        CheckResource(endpoint, name);
    }

    /// <summary>An endpoint leads to one Region, and the resources of most services are found in their own alone.</summary>
    private void CheckResource(VpcEndpoint own, string name)
    {
        if (region is not null || own.Region is not { } reached || !Arn.TryParse(call.Resource, out Arn? arn) || arn.Region.IsEmpty) return;
        if (arn.Region.SequenceEqual(reached) || call.ResourceRegion is not null) return;
        Warn("Q-33", $"'{name}' leads to the Region {reached}, and the resource is in {arn.Region}");
    }

    private void Add(string rule, string message) => faults.Add(new RequestFault(rule, isError: true, message));

    private void Warn(string rule, string message) => faults.Add(new RequestFault(rule, isError: false, message));
}
