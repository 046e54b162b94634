using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.Requests.Derivation;

/// <summary>What is known of a call, from which its condition keys follow.</summary>
/// <remarks>Mutable while it is filled. The texts that it remembers are those of its caller and resource, so that several threads may read it.</remarks>
internal sealed class CallFacts
{
    private static readonly NetworkPath ForwardedRequest = new(NetworkPathKind.Forwarded) { First = NetworkPathKind.Untold };

    private CallerTexts? texts;
    private string? owner;

    /// <summary>What the request of the call gives; null where the call is told by its parts.</summary>
    private RequestContext? given;

    internal CallFacts(RequestPrincipal caller, string action, string resource)
    {
        Caller = caller;
        Action = action;
        Resource = resource;
    }

    internal RequestPrincipal Caller { get; private set; }

    /// <summary>The action; of a call with several, the first.</summary>
    internal string Action { get; private set; }

    internal string Resource { get; private set; }

    /// <summary>The actions of a call that needs others beside <see cref="Action"/>.</summary>
    internal ImmutableArray<string> FurtherActions { get; init; } = [];

    internal NetworkPath Path { get; set; } = NetworkPath.Unknown;

    internal SessionFacts Session { get; set; } = SessionFacts.None;

    /// <summary>True where the names of a calling service are all its names.</summary>
    internal bool KnowsServiceNames { get; init; } = true;

    /// <summary>The account that owns the resource; null where it is not told.</summary>
    internal string? ResourceAccount { get; set; }

    internal AccountOrganization? CallerOrganization { get; set; }

    internal AccountOrganization? ResourceOrganization { get; set; }

    internal AccountOrganization? EndpointOrganization { get; set; }

    /// <summary>When the call arrived, as condition keys have it.</summary>
    internal string? Time { get; set; }

    /// <summary>The same in seconds since 1970.</summary>
    internal string? EpochTime { get; set; }

    internal bool? IsSecure { get; set; }

    /// <summary>The Region that was called.</summary>
    internal string? Region { get; set; }

    /// <summary>Which services send which keys.</summary>
    internal ServiceTables Tables { get; set; } = ServiceTables.Default;

    /// <summary>True where the credentials are temporary; null where it is not told.</summary>
    internal bool? IsTemporary => Caller.Kind switch
    {
        CallerType.RoleSession or CallerType.FederatedUser => true,
        CallerType.User or CallerType.Root => Session.IsTemporary ?? IsSessionTold,
        _ => false,
    };

    private bool? IsSessionTold => Caller.Credentials switch
    {
        CredentialKind.LongTerm => false,
        CredentialKind.SessionToken => true,
        _ => Session.IssuedAt is null ? null : true,
    };

    /// <summary>The last part of the name in the caller's own ARN; null where that is not known.</summary>
    internal string? CallerName => Texts.Name;

    /// <summary>The value of <c>aws:userid</c>, where the caller is told well enough.</summary>
    internal string? UserId => Texts.UserId;

    /// <summary>The account that owns the resource: as told, or as its ARN names it; null where neither tells it, and where they contradict each other.</summary>
    internal string? Owner
    {
        get
        {
            ReadOnlySpan<char> inArn = ArnParts.TrySplit(Resource, out ArnParts parts) ? parts.Of(Resource, 4) : default;
            bool isNamed = AccountId.IsValid(inArn);
            if (ResourceAccount is not null) return AccountId.IsValid(ResourceAccount) && (!isNamed || inArn.SequenceEqual(ResourceAccount)) ? ResourceAccount : null;
            if (!isNamed || parts.Of(Resource, 0) is not "arn") return null;
            if (inArn.SequenceEqual(Caller.Account)) return Caller.Account;
            if (!inArn.SequenceEqual(owner)) owner = inArn.ToString();
            return owner;
        }
    }

    /// <summary>True where a service made the call on behalf of the caller; null where it is not known.</summary>
    internal bool? IsForwarded => given is null ? Path.IsForwarded : ForwardedBy(given);

    /// <summary>The service that called last on behalf of the caller; null where it is not known.</summary>
    internal string? LastService
    {
        get
        {
            if (Path.Services is { IsDefaultOrEmpty: false } services) return services[^1];
            if (GivenChain is { IsUnknown: false, Alternatives.IsDefault: true, Values.IsEmpty: false } all) return all.Values[^1];
            return given?.FindGiven(ConditionKeys.CalledViaLast) as string;
        }
    }

    /// <summary>The services on the way as the request gives them; null where it does not.</summary>
    internal ContextValue? GivenChain => given?.FindGiven(ConditionKeys.CalledVia) switch
    {
        string only => ContextValue.OfList(only),
        ContextValue all => all,
        _ => null,
    };

    /// <summary>The Region that is called: as told, or as it follows; null where it is not known.</summary>
    internal string? CalledRegion => ResourceRegion ?? Region ?? given?.FindGiven(ConditionKeys.RequestedRegion) as string ?? FindRegion();

    /// <summary>True where AWS itself owns the resource, as its name tells where no owner is told.</summary>
    internal bool IsOwnedByAws => ResourceAccount is null && Owner is null && ResourceOwner.OfAws(Action, Resource) != AwsOwnership.None;

    /// <summary>True where a service that the call uses sends a key of endpoints.</summary>
    internal bool SendsEndpointKey(string key)
    {
        if (Tables.SendsEndpointKey(key, Action)) return true;
        foreach (string further in FurtherActions)
        {
            if (Tables.SendsEndpointKey(key, further)) return true;
        }

        return false;
    }

    /// <summary>True where no check of the call has <c>aws:ResourceAccount</c>.</summary>
    internal bool LacksResourceAccount
    {
        get
        {
            if (!ServiceProfiles.LacksResourceAccount(Action, Caller.Account, Owner)) return false;
            foreach (string further in FurtherActions)
            {
                if (!ServiceProfiles.LacksResourceAccount(further, Caller.Account, Owner)) return false;
            }

            return true;
        }
    }

    /// <summary>The Region that follows: that of the endpoint, the control Region of a global service, or that of the resource; null where none is known.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion">aws:RequestedRegion</see>.</remarks>
    internal string? FindRegion()
    {
        if (Path.EndpointRegion is { } ofEndpoint) return ofEndpoint;
        if (Service?.FindControlRegion(Caller.Partition) is { } control) return control;
        return Arn.TryParse(Resource, out Arn? arn) && !arn.Region.IsEmpty ? arn.Region.ToString() : null;
    }

    /// <summary>The Region of a check that is made for a resource of AWS wherever the call itself goes, such as that of a model of Bedrock behind an
    /// inference profile; null for other calls.</summary>
    internal string? ResourceRegion
    {
        get
        {
            if (!Arn.TryParse(Resource, out Arn? arn) || Service?.FindGlobalResourceRegion(arn.Service) is not { } global) return null;
            if (arn.Region.IsEmpty) return global;
            return IsOwnedByAws ? arn.Region.ToString() : null;
        }
    }

    private ServiceProfile? Service => ServiceProfiles.Find(Action.AsSpan(0, Math.Max(Action.IndexOf(':', StringComparison.Ordinal), 0)));

    /// <summary>The same call on another resource.</summary>
    internal CallFacts On(string action, string resource, string? account, NetworkPath path)
    {
        CallFacts other = (CallFacts)MemberwiseClone();
        (other.Action, other.Resource, other.ResourceAccount, other.Path) = (action, resource, account, path);
        if (other.Owner != Owner) other.ResourceOrganization = null;
        return other;
    }

    /// <summary>Takes the facts of a request.</summary>
    internal void Reset(AuthorizationRequest request)
    {
        Caller = request.Principal;
        Action = request.Action;
        Resource = request.Resource;
        ResourceAccount = request.ResourceAccount;
        given = request.Context;
        Path = PathOf(request);
    }

    /// <summary>Tells when the call arrives.</summary>
    internal void SetTime(DateTimeOffset time)
    {
        Time = TextOf(time);
        EpochTime = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A time as condition keys have it.</summary>
    internal static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private CallerTexts Texts => texts is { } known && ReferenceEquals(known.Caller, Caller) ? known : texts = CallerTexts.Of(Caller);

    /// <summary>The path of a request: forwarded with a chain of services, otherwise through its endpoint.</summary>
    private NetworkPath PathOf(AuthorizationRequest request)
    {
        bool? isForwarded = ForwardedBy(request.Context);
        if (isForwarded is null) return NetworkPath.Unknown;
        if (isForwarded == true) return ForwardedRequest;
        if (request.Endpoint is not { } endpoint) return request.Context.OthersAreUnknown ? NetworkPath.Unknown : NetworkPath.Untold;
        return ReferenceEquals(Path.Endpoint, endpoint) ? Path : new NetworkPath(NetworkPathKind.Endpoint) { Endpoint = endpoint };
    }

    /// <summary>A request tells so itself, or names the services on the way; null where either is unknown.</summary>
    private static bool? ForwardedBy(RequestContext context)
    {
        if (context.FindGiven(ConditionKeys.ViaAWSService) is { } told)
        {
            string? text = told as string ?? (told is ContextValue { Values: [var only] } ? only : null);
            return BooleanText.TryParse(text, out bool isTrue) ? isTrue : null;
        }

        return context.FindGiven(ConditionKeys.CalledVia) switch
        {
            null => false,
            ContextValue { IsUnknown: true } => null,
            ContextValue { IsList: true, Values.IsEmpty: true } => false,
            _ => true,
        };
    }

    /// <summary>Texts that are cut out of what a caller is, remembered with the caller.</summary>
    private sealed record CallerTexts(RequestPrincipal Caller, string? Name, string? UserId)
    {
        internal static CallerTexts Of(RequestPrincipal caller)
        {
            string? name = caller.Arn is { } arn && caller.Kind != CallerType.Root ? arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..].ToString() : null;
            string? userId = caller.Kind switch
            {
                CallerType.User => caller.UniqueId,
                CallerType.RoleSession when caller.UniqueId is { } id && name is not null => $"{id}:{name}",
                CallerType.FederatedUser when name is not null => $"{caller.Account}:{name}",
                CallerType.Root => caller.Account,
                CallerType.Anonymous => "anonymous",
                _ => null,
            };
            return new CallerTexts(caller, name, userId);
        }
    }
}
