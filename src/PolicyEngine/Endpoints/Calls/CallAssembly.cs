using System.Collections.Immutable;
using System.Text;
using PolicyEngine.Facts;

namespace PolicyEngine.Endpoints.Calls;

/// <summary>Puts derived and given condition keys together, and finds what does not fit.</summary>
internal sealed class CallAssembly(ApiCall call, ServiceTables tables, bool refusesSpoofedKeys)
{
    private readonly ImmutableArray<RequestFault>.Builder faults = ImmutableArray.CreateBuilder<RequestFault>();

    internal AuthorizationRequest Assemble(IReadOnlyDictionary<string, (ContextValue Value, ContextProvenance Provenance)> given)
    {
        RequestContextBuilder context = new(refusesSpoofedKeys);
        HashSet<string> names = new(ConditionKeyName.Comparer);
        foreach ((string key, ContextValue value) in call.DeriveKeys(tables))
        {
            names.Add(key);
            if (given.TryGetValue(key, out (ContextValue Value, ContextProvenance Provenance) own)) SetBoth(context, key, value, own.Value, own.Provenance);
            else Set(context, key, value, ContextProvenance.Derived);
        }

        HashSet<string> absent = new(PathKeys.AbsentOf(call.Path), ConditionKeyName.Comparer);
        foreach ((string key, (ContextValue value, ContextProvenance provenance)) in given)
        {
            if (!names.Add(key)) continue;
            if (absent.Contains(key) && !value.IsUnknown) Add("A-98", $"'{key}' is given as {value}, and {call.Path.Description} has no such key");
            Set(context, key, value, provenance);
        }

        return new AuthorizationRequest(call.Principal, call.Action, call.Resource, context.Build())
        {
            Endpoint = call.Path is EndpointPath path ? ToEndpoint(path.Endpoint) : null,
            ResourceAccount = call.ResourceAccount,
            IsResourceInManagementAccount = call.IsResourceInManagementAccount,
        };
    }

    internal ImmutableArray<RequestFault> FindFaults(AuthorizationRequest request)
    {
        if (call.Path is EndpointPath path) CheckEndpoint(path.Endpoint);
        if (call.Path is not ForwardedPath && call.Principal.Kind == CallerType.Service && call.Path is PublicPath) Add("A-74", "an AWS service that calls by itself has no source address");
        foreach (RequestFault fault in RequestConsistency.FindFaults(request)) faults.Add(fault);
        return faults.ToImmutable();
    }

    /// <summary>A key that follows from the call, and is given too: both must agree, and either may be unknown.</summary>
    private void SetBoth(RequestContextBuilder context, string key, ContextValue derived, ContextValue own, ContextProvenance provenance)
    {
        bool isDerived = !derived.IsUnknown && !own.IsUnknown && !call.IsAssumed(key);
        if (isDerived && !IsSame(key, derived, own)) Add("A-98", $"'{key}' is given as {own}, and follows from the call as {derived}");
        bool isSpoofed = isDerived && refusesSpoofedKeys && provenance == ContextProvenance.Caller;
        Set(context, key, isDerived && !isSpoofed ? derived : own, isDerived && !isSpoofed ? ContextProvenance.Derived : provenance);
    }

    private static bool IsSame(string key, ContextValue derived, ContextValue own)
    {
        bool isBoolean = ConditionKeys.Find(key) is { Type: ConditionKeyType.Boolean };
        if (isBoolean && own.Values is [var text]) return Ascii.EqualsIgnoreCase(text, derived.Values[0]);
        return derived.Values.SequenceEqual(own.Values);
    }

    private void Set(RequestContextBuilder context, string key, ContextValue value, ContextProvenance provenance)
    {
        try
        {
            context.Set(key, value, provenance);
        }
        catch (ArgumentException exception)
        {
            Add(exception.ParamName == "name" ? "A-98" : "A-99", exception.Message.Split(" (Parameter", 2)[0].TrimEnd('.'));
        }
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
        bool isElsewhere = call.Region is { } region && endpoint.Region is { } own && own != region;
        if (isElsewhere) Warn("A-98", $"'{name}' leads to the Region {endpoint.Region}, and the call is for {call.Region}");
    }

    private void Add(string rule, string message) => faults.Add(new RequestFault(rule, isError: true, message));

    private void Warn(string rule, string message) => faults.Add(new RequestFault(rule, isError: false, message));

    private static RequestEndpoint ToEndpoint(VpcEndpoint endpoint) => new(endpoint.Type, endpoint.Id)
    {
        VpcId = endpoint.VpcId,
        SupportsPolicy = endpoint.SupportsPolicy,
    };
}
