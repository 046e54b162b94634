using System.Collections.Immutable;
using System.Text;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Endpoints.Calls;

/// <summary>Puts derived and given condition keys together, and finds what does not fit.</summary>
internal sealed class CallAssembly(ApiCallFacts call, ServiceTables tables, bool refusesSpoofedKeys)
{
    private readonly ImmutableArray<RequestFault>.Builder faults = ImmutableArray.CreateBuilder<RequestFault>();

    internal AuthorizationRequest Assemble(IReadOnlyDictionary<string, (ContextValue Value, ContextProvenance Provenance)> given)
    {
        RequestContextBuilder context = new(refusesSpoofedKeys);
        HashSet<string> derivedNames = new(ConditionKeyName.Comparer);
        foreach ((string key, ContextValue value) in call.DeriveKeys(tables))
        {
            derivedNames.Add(key);
            ContextValue known = value;
            if (given.TryGetValue(key, out (ContextValue Value, ContextProvenance Provenance) own))
            {
                if (value.IsUnknown) known = own.Value;
                else if (!own.Value.Equals(value)) Add("A-98", $"'{key}' is given as {own.Value}, and follows from the call as {value}");
            }

            Set(context, key, known, value.IsUnknown && !known.IsUnknown ? own.Provenance : ContextProvenance.Derived);
        }

        foreach ((string key, (ContextValue value, ContextProvenance provenance)) in given)
        {
            if (!derivedNames.Contains(key)) Set(context, key, value, provenance);
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
        if (call.Path is not ForwardedPath && call.Principal.Kind == PrincipalKind.Service && call.Path is PublicPath) Add("A-74", "an AWS service that calls by itself has no source address");
        foreach (RequestFault fault in RequestConsistency.FindFaults(request)) faults.Add(fault);
        return faults.ToImmutable();
    }

    private void Set(RequestContextBuilder context, string key, ContextValue value, ContextProvenance provenance)
    {
        try
        {
            context.Set(key, value, provenance);
        }
        catch (ArgumentException exception)
        {
            Add("A-99", exception.Message.Split(" (Parameter", 2)[0].TrimEnd('.'));
        }
    }

    private void CheckEndpoint(VpcEndpoint endpoint)
    {
        string name = endpoint.Id ?? "the endpoint";
        if (!endpoint.CarriesApiCalls) Add("A-64", $"'{name}' carries no calls that AWS authorizes");
        if (endpoint.State is not (VpcEndpointState.Unknown or VpcEndpointState.Available)) Add("A-89", $"'{name}' is {endpoint.State}, and only an available endpoint carries calls");
        string service = call.Action.Split(':')[0];
        bool isOther = endpoint.ServiceName?.ActionPrefix is { } prefix && !Ascii.EqualsIgnoreCase(prefix, service);
        if (isOther) Warn($"'{name}' is an endpoint of {endpoint.ServiceName}, and the action is of '{service}'");
        bool isElsewhere = call.Region is { } region && endpoint.Region is { } own && own != region;
        if (isElsewhere) Warn($"'{name}' leads to the Region {endpoint.Region}, and the call is for {call.Region}");
    }

    private void Add(string rule, string message) => faults.Add(new RequestFault(rule, IsError: true, message));

    private void Warn(string message) => faults.Add(new RequestFault("A-98", IsError: false, message));

    private static RequestEndpoint ToEndpoint(VpcEndpoint endpoint) => new(endpoint.RequestType, endpoint.Id)
    {
        VpcId = endpoint.VpcId,
        SupportsPolicy = endpoint.SupportsPolicy,
    };
}
