using System.Text.RegularExpressions;

namespace PolicyEngine.Reference;

/// <summary>Keys that follow from who calls, through which endpoint, for whose resource .</summary>
internal static class DerivedKeys
{
    // calls without aws:ResourceAccount, the last ones where another account owns the resource.
    private static readonly Regex HasNoOwner = Forms.Make("ebs:.*|ec2:createvpcendpoint|guardduty:acceptadministratorinvitation");
    private static readonly Regex HasNoOtherOwner = Forms.Make("ec2:(accept|create)(transitgateway|vpc)peering(attachment|connection)|ec2:acceptvpcendpointconnections|events:putevents|route53:(dis)?associatevpc(with|from)hostedzone|route53:(create|delete)vpcassociationauthorization");

    /// <summary>Q-2, A-92 to A-94: the request with these keys beside those that it gives.</summary>
    internal static AuthorizationRequest AddTo(AuthorizationRequest r)
    {
        RequestContextBuilder all = new();
        foreach ((string key, ContextValue? value) in r.Context.Select(static e => (e.Key, (ContextValue?)e.Value)).Concat(Of(r).Where(e => e.Value is not null && !Conditions.Find(r.Context, e.Key).Any()))) all.Set(key, value!);
        return new AuthorizationRequest(r.Principal, r.Action, r.Resource, all.Build()) { ResourceAccount = r.ResourceAccount, IsResourceInManagementAccount = r.IsResourceInManagementAccount, IsResourceManagedByAws = r.IsResourceManagedByAws, HasServiceGrant = r.HasServiceGrant, BlocksPublicAccess = r.BlocksPublicAccess, Endpoint = r.Endpoint };
    }

    /// <summary>A-92 to A-94: null where nothing follows. A call that may be forwarded may have come through an endpoint or not.</summary>
    private static (string Key, ContextValue? Value)[] Of(AuthorizationRequest r)
    {
        static ContextValue? One(string? text) => text is null ? null : ContextValue.Of(text);
        RequestPrincipal p = r.Principal;
        string? name = p.Arn?.Text.Split('/')[^1];
        (string? type, string? id) = p.Kind switch
        {
            CallerType.User => ("User", p.UniqueId),
            CallerType.RoleSession => ("AssumedRole", p.UniqueId is null || name is null ? null : $"{p.UniqueId}:{name}"),
            CallerType.FederatedUser => ("FederatedUser", name is null ? null : $"{p.Account}:{name}"),
            CallerType.Root => ("Account", p.Account),
            _ => p.Kind == CallerType.Anonymous ? ("Anonymous", "anonymous") : (null, null),
        };
        string[] parts = r.Resource.Split(':', 6);
        string? inArn = parts is [_, _, _, _, var named, _] && Forms.IsAccount(named) ? named : null;
        string? owner = r.ResourceAccount is null ? (parts[0] == "arn" ? inArn : null) : Forms.IsAccount(r.ResourceAccount) && r.ResourceAccount == (inArn ?? r.ResourceAccount) ? r.ResourceAccount : null;
        bool lacksOwner = HasNoOwner.IsMatch(Forms.Ascii(r.Action)) || (owner is not null && owner != p.Account && HasNoOtherOwner.IsMatch(Forms.Ascii(r.Action)));
        bool isAws = r.ResourceAccount is null && owner is null && AwsOwned.Of(r).IsOwned;
        (ContextValue[] given, ContextValue[] chain) = ([.. Conditions.Find(r.Context, "aws:ViaAWSService")], [.. Conditions.Find(r.Context, "aws:CalledVia")]);
        bool? via = given is [{ Values: [var text] }] ? Forms.Boolean(text) : given.Length > 0 || chain is [{ IsUnknown: true }] ? null : chain.Length > 0 && chain is not [{ Values: [] }];
        ContextValue? OfEndpoint(string? value) => via is null ? ContextValue.Unknown : via.Value ? null : One(value);
        ContextValue? OfChain(Index at) => chain is [var all] ? (all.Values is { IsEmpty: false } names ? One(names[at]) : all.IsUnknown ? ContextValue.Unknown : null) : via is null ? ContextValue.Unknown : null;
        ContextValue? OfIdentity(string? value) => value is null && !p.IsIdentified ? ContextValue.Unknown : One(value);
        return [
            ("aws:PrincipalArn", OfIdentity((p.Kind == CallerType.RoleSession ? p.RoleArn : p.Arn)?.Text)), ("aws:PrincipalAccount", One(p.Kind == CallerType.Anonymous ? "anonymous" : p.Account)), ("aws:PrincipalType", One(type)), ("aws:userid", OfIdentity(id)), ("aws:username", p.Kind == CallerType.User ? OfIdentity(name) : null),
            ("aws:PrincipalIsAWSService", p.Kind == CallerType.Anonymous ? null : One(p.Kind == CallerType.Service ? "true" : "false")), ("aws:PrincipalServiceName", One(p.ServiceNames.Count > 0 ? p.ServiceNames[0] : null)), ("aws:PrincipalServiceNamesList", p.Kind == CallerType.Service ? ContextValue.OfList([.. p.ServiceNames]) : null), ("aws:FederatedProvider", One(p.Provider)),
            ("aws:ViaAWSService", via is { } known ? One(known ? "true" : "false") : ContextValue.Unknown), ("aws:CalledViaFirst", OfChain(0)), ("aws:CalledViaLast", OfChain(^1)), ("aws:SourceVpce", OfEndpoint(r.Endpoint?.Id)), ("aws:SourceVpc", OfEndpoint(r.Endpoint?.VpcId)), ("aws:ResourceAccount", lacksOwner ? null : One(owner ?? (isAws ? AwsOwned.Account : null)) ?? (r.Resource is "*" or "" && r.ResourceAccount is null ? null : ContextValue.Unknown)),
            .. OfService(r, via, chain, owner ?? (isAws ? AwsOwned.Account : null)),
            ("aws:ResourceOrgID", One(isAws && !lacksOwner ? AwsOwned.Organization : null)), ("aws:ResourceOrgPaths", isAws && !lacksOwner ? ContextValue.OfList(AwsOwned.Organization) : null)];
    }

    /// <summary>Q-3: keys that services derive, of calls of theirs.</summary>
    private static (string Key, ContextValue? Value)[] OfService(AuthorizationRequest r, bool? via, ContextValue[] chain, string? owner)
    {
        static ContextValue? One(string? text) => text is null ? null : ContextValue.Of(text);
        string[] arn = r.Resource.Split(':', 6);
        string? called = Conditions.Find(r.Context, "aws:RequestedRegion").SingleOrDefault() is { IsUnknown: false, IsList: false } region ? region.Values[0] : null;
        string? last = chain is [{ IsUnknown: false, Values: [.., var name] }] ? name : Conditions.Find(r.Context, "aws:CalledViaLast").SingleOrDefault() is { IsUnknown: false, IsList: false } told ? told.Values[0] : null;
        string? service = last is null ? null : Profiles.ViaService(Forms.Ascii(last));
        string? where = called ?? (arn.Length == 6 && arn[3].Length > 0 ? arn[3] : null);
        ContextValue? ofOwner = One(owner) ?? (r.Resource is "*" or "" && r.ResourceAccount is null ? null : ContextValue.Unknown);
        return Forms.Ascii(r.Action).Split(':')[0] switch
        {
            "kms" =>
            [
                ("kms:CallerAccount", One(r.Principal.Account)),
                ("kms:ViaService", via is null ? ContextValue.Unknown : !via.Value ? null : service is not null && where is not null && arn is [_, "aws", ..] ? One($"{service}.{where}.amazonaws.com") : ContextValue.Unknown),
            ],
            "s3" => [("s3:ResourceAccount", ofOwner)],
            "s3express" => [("s3express:ResourceAccount", ofOwner)],
            "secretsmanager" => [("secretsmanager:SecretId", r.Resource.StartsWith("arn:", StringComparison.Ordinal) ? One(r.Resource) : null)],
            "ec2" => [("ec2:Region", One(where))],
            _ => [],
        };
    }
}
