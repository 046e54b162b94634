using System.Collections.Immutable;
using System.Text;
using PolicyEngine.Language;
using PolicyEngine.Requests;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine;

/// <summary>Finds what cannot be in a request: keys that exclude each other, or that contradict the caller.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public static class RequestConsistency
{
    /// <summary>Keys whose contradictions no other sentence tells.</summary>
    private static readonly ConditionKey[] DerivedAlone =
    [
        ConditionKeys.PrincipalType, ConditionKeys.UserName, ConditionKeys.PrincipalServiceName, ConditionKeys.FederatedProvider,
        ConditionKeys.CalledViaFirst, ConditionKeys.CalledViaLast,
    ];

    /// <summary>Finds the faults of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The faults; empty for a request that can come up.</returns>
    public static ImmutableArray<RequestFault> FindFaults(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImmutableArray<RequestFault>.Builder faults = ImmutableArray.CreateBuilder<RequestFault>();
        AddAccountFaults(faults, request);
        AddAccessPointFaults(faults, request);
        AddPrincipalFaults(faults, request);
        AddPathFaults(faults, request);
        AddAddressFaults(faults, request.Context);
        AddDerivedFaults(faults, request);
        AddServiceFaults(faults, request);
        return faults.ToImmutable();
    }

    private static void AddAccountFaults(ImmutableArray<RequestFault>.Builder faults, AuthorizationRequest request)
    {
        if (request.FindContradiction() is { } fault) faults.Add(new RequestFault("A-93", isError: true, fault));
        string? owner = TextOf(request.Context, "aws:ResourceAccount");
        string? own = new CallFacts(request.Principal, request.Action, request.Resource) { ResourceAccount = request.ResourceAccount }.Owner;
        if (owner is not null && own is not null && owner != own) Add(faults, $"'aws:ResourceAccount' is '{owner}', and the account of the resource is '{own}'");
    }

    /// <summary>The keys of an access point are those of the one that the request is on.</summary>
    private static void AddAccessPointFaults(ImmutableArray<RequestFault>.Builder faults, AuthorizationRequest request)
    {
        bool isOn = (request.Traits & RequestTraits.OnAccessPoint) != RequestTraits.None;
        if (!isOn) return;
        string? told = TextOf(request.Context, "s3:DataAccessPointArn");
        bool isOther = told is not null && request.Resource != told && !request.Resource.StartsWith($"{told}/", StringComparison.Ordinal);
        if (isOther) Add(faults, $"'s3:DataAccessPointArn' is '{told}', and the request is on '{request.Resource}'");
        string? account = TextOf(request.Context, "s3:DataAccessPointAccount");
        ReadOnlySpan<char> own = request.ResourceParts.Of(request.MatchedResource, 4);
        if (account is not null && !own.SequenceEqual(account)) Add(faults, $"'s3:DataAccessPointAccount' is '{account}', and the access point is in '{own}'");
    }

    private static void AddPrincipalFaults(ImmutableArray<RequestFault>.Builder faults, AuthorizationRequest request)
    {
        RequestPrincipal caller = request.Principal;
        RequestContext context = request.Context;
        string? arn = TextOf(context, "aws:PrincipalArn");
        string? account = TextOf(context, "aws:PrincipalAccount");
        string? own = (caller.RoleArn ?? (caller.Kind == CallerType.RoleSession ? null : caller.Arn))?.Text;
        bool isSession = Arn.TryParse(arn, out Arn? parsed) && parsed.Service is "sts" && parsed.Resource.StartsWith("assumed-role/");
        if (isSession) Add(faults, $"'aws:PrincipalArn' is '{arn}', the ARN of a session, and of a session it is that of the role");
        else if (arn is not null && own is not null && arn != own) Add(faults, $"'aws:PrincipalArn' is '{arn}', and the caller is '{own}'");
        bool isOtherArn = account is not null && parsed is not null && AccountId.IsValid(parsed.Account) && !parsed.Account.SequenceEqual(account);
        if (isOtherArn) Add(faults, $"'aws:PrincipalAccount' is '{account}', and 'aws:PrincipalArn' is '{arn}'");
        if (account is not null && caller.Account is not null && account != caller.Account) Add(faults, $"'aws:PrincipalAccount' is '{account}', and the caller is in '{caller.Account}'");
        if (caller.Kind != CallerType.User && TextOf(context, "aws:username") is { } name) Add(faults, $"'aws:username' is '{name}', and only IAM users have one");
        bool isService = caller.Kind == CallerType.Service;
        if (isService && IsTrue(context, "aws:ViaAWSService")) Add(faults, "'aws:ViaAWSService' is true, and an AWS service that calls by itself calls for nobody");
        bool saysService = IsTrue(context, "aws:PrincipalIsAWSService");
        if (isService && IsFalse(context, "aws:PrincipalIsAWSService")) Add(faults, "'aws:PrincipalIsAWSService' is false, and the caller is an AWS service");
        if (saysService && !isService) Add(faults, "'aws:PrincipalIsAWSService' is true, and the caller is no AWS service");
    }

    private static void AddPathFaults(ImmutableArray<RequestFault>.Builder faults, AuthorizationRequest request)
    {
        RequestContext context = request.Context;
        string? vpc = TextOf(context, "aws:SourceVpc");
        bool carriesNone = request.Endpoint is { Type: VpcEndpointType.GatewayLoadBalancer or VpcEndpointType.Resource or VpcEndpointType.ServiceNetwork or VpcEndpointType.Tunnel };
        if (carriesNone) faults.Add(new RequestFault("A-64", isError: true, $"'{request.Endpoint!.Id ?? "the endpoint"}' carries no calls that AWS authorizes"));
        bool saysVia = context.FindGiven(ConditionKeys.ViaAWSService) is not null;
        bool isForwarded = saysVia ? IsTrue(context, "aws:ViaAWSService") : IsKnown(context, "aws:CalledVia");
        bool isDirect = !isForwarded && context["aws:ViaAWSService"] is not { IsUnknown: true };
        if (isDirect && IsKnown(context, "aws:SourceIp") && IsKnown(context, "aws:SourceVpce")) Add(faults, "'aws:SourceIp' and 'aws:SourceVpce' are both there, and a call through an endpoint has no 'aws:SourceIp'");
        bool isElsewhere = vpc is not null && request.Endpoint?.VpcId is { } own && own != vpc;
        if (isElsewhere) Add(faults, $"'aws:SourceVpc' is '{vpc}', and the endpoint is in '{request.Endpoint!.VpcId}'");
        bool isOther = TextOf(context, "aws:SourceVpce") is { } id && request.Endpoint?.Id is { } ownId && ownId != id;
        if (isOther) Add(faults, $"'aws:SourceVpce' is '{TextOf(context, "aws:SourceVpce")}', and the endpoint is '{request.Endpoint!.Id}'");
        bool isThrough = isDirect && request.Endpoint?.Id is not null && context.FindGiven(ConditionKeys.SourceVpce) is null && IpAddress.TryParse(TextOf(context, "aws:SourceIp"), out _);
        if (isThrough) Add(faults, $"'aws:SourceIp' is '{TextOf(context, "aws:SourceIp")}', and the call comes through the endpoint '{request.Endpoint!.Id}'");
        bool lacksVia = isDirect && saysVia && IsKnown(context, "aws:CalledVia");
        if (lacksVia) Add(faults, "'aws:CalledVia' is there, and 'aws:ViaAWSService' is not true");
    }

    private static void AddAddressFaults(ImmutableArray<RequestFault>.Builder faults, RequestContext context)
    {
        foreach (string key in (ReadOnlySpan<string>)["aws:SourceIp", "aws:VpcSourceIp"])
        {
            if (TextOf(context, key) is { } address && !IpAddress.TryParse(address, out _)) faults.Add(new RequestFault("A-94", isError: true, $"'{key}' is '{address}', which is no address"));
        }
    }

    /// <summary>A key that is given with another value than follows, or that is told to be absent and follows; where no sentence of its own tells it.</summary>
    private static void AddDerivedFaults(ImmutableArray<RequestFault>.Builder faults, AuthorizationRequest request)
    {
        RequestContext context = request.Context;
        CallFacts call = new(request.Principal, request.Action, request.Resource);
        call.Reset(request);
        foreach (ConditionKey key in KeyDerivation.Keys)
        {
            bool isAbsent = context.FindGiven(key) is null && context.Rest?.IsAbsent(key.Name) == true;
            bool isCompared = Array.IndexOf(DerivedAlone, key) >= 0 && context[key.Name] is { IsUnknown: false };
            if (!isAbsent && !isCompared) continue;
            if (KeyDerivation.Find(key, call) is not { State: KeyState.Present } derived) continue;
            if (isAbsent) Add(faults, $"'{key}' is said to be absent, and follows from the call as {derived.ToValue()}");
            else if (!IsSame(key.Name, derived.ToValue(), context[key.Name]!)) Add(faults, $"'{key}' is given as {context[key.Name]}, and follows from the call as {derived.ToValue()}");
        }
    }

    /// <summary>A key of a service that is given with another value than follows.</summary>
    private static void AddServiceFaults(ImmutableArray<RequestFault>.Builder faults, AuthorizationRequest request)
    {
        CallFacts call = new(request.Principal, request.Action, request.Resource);
        call.Reset(request);
        foreach ((string key, ContextValue own) in request.Context)
        {
            if (own.IsUnknown || !ServiceKeys.IsCompared(key) || ServiceKeys.Find(key, call) is not { State: KeyState.Present } derived) continue;
            if (!IsSame(key, derived.ToValue(), own)) Add(faults, $"'{key}' is given as {own}, and follows from the call as {derived.ToValue()}");
        }
    }

    /// <summary>True where two values of a key are the same; those of Booleans in any letter case.</summary>
    internal static bool IsSame(string key, ContextValue derived, ContextValue own)
    {
        bool isBoolean = ConditionKeys.Find(key) is { Type: ConditionKeyType.Boolean };
        if (isBoolean && own.Values is [var text]) return Ascii.EqualsIgnoreCase(text, derived.Values[0]);
        return derived.Values.SequenceEqual(own.Values);
    }

    private static void Add(ImmutableArray<RequestFault>.Builder faults, string message) => faults.Add(new RequestFault("A-98", isError: true, message));

    private static bool IsKnown(RequestContext context, string key) => context[key] is { IsUnknown: false, Values.IsEmpty: false };

    private static bool IsTrue(RequestContext context, string key) => TextOf(context, key) is { } text && Ascii.EqualsIgnoreCase(text, "true");

    private static bool IsFalse(RequestContext context, string key) => TextOf(context, key) is { } text && Ascii.EqualsIgnoreCase(text, "false");

    private static string? TextOf(RequestContext context, string key) => context[key] is { IsList: false, IsUnknown: false } value ? value.Values[0] : null;
}
