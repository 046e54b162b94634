using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Requests;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine;

/// <summary>A question: may this principal do this action on this resource, in this context?</summary>
/// <remarks>Immutable and safe for concurrent use. All texts are data: <c>*</c>, <c>?</c> and <c>${</c> in them are ordinary
/// characters. Any text is a request; what cannot be read makes the comparison that reads it undecided.</remarks>
public sealed class AuthorizationRequest
{
    private const string ListBuckets = "s3:ListAllMyBuckets";

    /// <summary>What <see cref="AccountRelation"/> gives, and one more; 0 until it is first asked for.</summary>
    private byte knownRelation;

    /// <summary>The ownership by AWS, and one more; 0 until it is first asked for.</summary>
    private byte knownOwnership;

    private RequestCircumstances around;

    /// <summary>The same request with the keys that follow from it; null until a policy asks for one. Threads that make several keep one of them.</summary>
    private AuthorizationRequest? derived;

    /// <summary>What the resource was last found to begin with, as all patterns of a service in one stack begin with the same text.
    /// Threads that find several write one reference each, and whichever stays is true.</summary>
    private string? knownBeginning;

    /// <summary>Makes a request.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="action">The action, <c>service:Name</c>, letter case ignored.</param>
    /// <param name="resource">The ARN of the resource, or <c>*</c> for an action without resource-level permissions.</param>
    /// <param name="context">The condition keys; default none.</param>
    /// <exception cref="ArgumentNullException">A required argument is null.</exception>
    public AuthorizationRequest(RequestPrincipal principal, string action, string resource, RequestContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(resource);
        Context = context ?? RequestContext.Empty;
        Reset(principal, action, resource);
    }

    /// <summary>The caller.</summary>
    public RequestPrincipal Principal { get; private set; }

    /// <summary>The action, as given.</summary>
    public string Action { get; private set; }

    /// <summary>The resource, as given.</summary>
    public string Resource { get; private set; }

    /// <summary>The condition keys that are given. Where several policies decide, keys that follow from caller, resource and endpoint, such as
    /// <c>aws:PrincipalArn</c>, are found besides; one policy alone decides by what is given.</summary>
    public RequestContext Context { get; private set; }

    /// <summary>The VPC endpoint through which the request came; null when it came through none, and then no endpoint policy is asked.</summary>
    public RequestEndpoint? Endpoint { get => around.Endpoint; init => around.Endpoint = value; }

    /// <summary>The 12 digits of the account that owns the resource; null when not told: then the account in the resource's ARN, and for the
    /// resource <c>*</c> the caller's own. ARNs of S3 buckets name no account.</summary>
    public string? ResourceAccount { get => around.ResourceAccount; init => around.ResourceAccount = value; }

    /// <summary>True where that account is the management account of its organization, which resource control policies do not reach; default false.</summary>
    public bool IsResourceInManagementAccount { get => around.IsResourceInManagementAccount; init => around.IsResourceInManagementAccount = value; }

    /// <summary>True where the resource is a KMS key that an AWS service manages, which resource control policies do not reach; default false.</summary>
    public bool IsResourceManagedByAws { get => around.IsResourceManagedByAws; init => around.IsResourceManagedByAws = value; }

    /// <summary>True where something beside policies, such as a KMS grant, gives the caller this access; default false. It counts as an Allow of the
    /// resource's own policy that names the caller.</summary>
    public bool HasServiceGrant { get => around.HasServiceGrant; init => around.HasServiceGrant = value; }

    /// <summary>True where S3 Block Public Access stops anonymous access to the resource; default false.</summary>
    public bool BlocksPublicAccess { get => around.BlocksPublicAccess; init => around.BlocksPublicAccess = value; }

    /// <summary>What is known of the access point of which this request is a check.</summary>
    internal AccessPointCheck AccessPointCheck => around.AccessPoint;

    /// <summary>True where the request is decided by several checks: it goes through an access point, and is no check itself.</summary>
    internal bool HasSeveralChecks => (Traits & RequestTraits.ThroughAccessPoint) != RequestTraits.None && AccessPointCheck == AccessPointCheck.None;

    /// <summary>A hash of the action, which finds what is remembered of it.</summary>
    internal int ActionHash { get; private set; }

    /// <summary>The place of the colon of the action; negative when it has none.</summary>
    internal int ActionColon { get; private set; }

    /// <summary>The resource that ARN patterns are matched with.</summary>
    internal string MatchedResource { get; private set; }

    /// <summary>True where the matched resource has six parts.</summary>
    internal bool HasResourceParts { get; private set; }

    /// <summary>True where all but the last of them are ASCII, where letter case has one meaning.</summary>
    internal bool HasAsciiHead { get; private set; }

    internal ArnParts ResourceParts { get; private set; }

    /// <summary>The relation of the caller's account to that of the resource.</summary>
    internal AccountRelation AccountRelation
    {
        get
        {
            if (knownRelation == 0) knownRelation = (byte)(AccountRelations.Of(this) + 1);
            return (AccountRelation)(knownRelation - 1);
        }
    }

    /// <summary>The ownership of the resource by AWS itself, where no other owner is told.</summary>
    internal AwsOwnership AwsOwnership
    {
        get
        {
            if (knownOwnership == 0) knownOwnership = (byte)((ResourceAccount is null && HasResourceParts ? ResourceOwner.OfAws(Action, MatchedResource, ResourceParts) : AwsOwnership.None) + 1);
            return (AwsOwnership)(knownOwnership - 1);
        }
    }

    /// <summary>What the request does where AWS decides by rules of its own.</summary>
    internal RequestTraits Traits { get; private set; }

    /// <summary>What keeps several policies from deciding the request for certain: no account is named as the owner of the resource, two
    /// are named, or the one told is not 12 digits.</summary>
    /// <returns>One sentence without a final stop; null where nothing does.</returns>
    public string? FindFault()
    {
        if (FindContradiction() is { } contradiction) return contradiction;
        if (AccountRelation != AccountRelation.Unknown) return null;
        return Principal.Account is null ? null : $"it is unknown which account owns the resource '{Resource}'";
    }

    /// <summary>An owner of the resource that cannot be.</summary>
    /// <returns>One sentence without a final stop; null where there is none.</returns>
    internal string? FindContradiction()
    {
        if (ResourceAccount is null) return null;
        if (!AccountId.IsValid(ResourceAccount)) return $"the resource's account '{ResourceAccount}' is not 12 digits";
        return AccountRelation == AccountRelation.Unknown ? $"the resource '{Resource}' is not in the account '{ResourceAccount}'" : null;
    }

    /// <summary>The request as policies decide it that ask for some keys: keys that are not given and follow from caller, resource and
    /// endpoint are found when they are asked for. A request that gives all of them is decided as it is.</summary>
    internal AuthorizationRequest WithDerivedKeys(AskedKeys asked) => Gives(asked) || Context.Rest?.Call is not null ? this : derived ??= Derive();

    /// <summary>True where the request gives each key that is asked for and may follow from it.</summary>
    internal bool Gives(AskedKeys asked) =>
        (asked.Globals & KeyDerivation.KeysOnDemand & ~Context.Tables.Globals) == 0 && !Context.OthersAreUnknown && !asked.HasKeyOfService(Action);

    private AuthorizationRequest Derive()
    {
        CallFacts call = new(Principal, Action, Resource);
        call.Reset(this);
        AuthorizationRequest completed = new(Principal, Action, Resource);
        completed.Set(Context.With(Context.Rest?.With(call) ?? new ContextRest { Call = call }), around);
        return completed;
    }

    /// <summary>A check of this request, which asks for something else in its place.</summary>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="context">The condition keys.</param>
    /// <param name="circumstances">What is known beside them.</param>
    internal AuthorizationRequest Check(string action, string resource, RequestContext context, RequestCircumstances circumstances)
    {
        AuthorizationRequest check = new(Principal, action, resource);
        check.Set(context, circumstances);
        return check;
    }

    /// <summary>What is known of the request beside who asks for what, and beside its condition keys.</summary>
    internal RequestCircumstances Circumstances => around;

    /// <summary>Tells who asks for what. A request that was given away is not filled again.</summary>
    [MemberNotNull(nameof(Principal), nameof(Action), nameof(Resource), nameof(MatchedResource))]
    internal void Reset(RequestPrincipal principal, string action, string resource)
    {
        Principal = principal;
        Action = action;
        Resource = resource;
        ActionHash = HashOf(action);
        ActionColon = action.IndexOf(':', StringComparison.Ordinal);

        // AWS: listing all buckets is authorized on arn:PARTITION:s3:::*, and many samples grant it there.
        bool listsBuckets = resource == "*" && System.Text.Ascii.EqualsIgnoreCase(action, ListBuckets);
        MatchedResource = listsBuckets ? $"arn:{principal.Partition}:s3:::*" : resource;
        HasResourceParts = ArnParts.TrySplit(MatchedResource, out ArnParts parts);
        ResourceParts = parts;
        knownBeginning = null;
        HasAsciiHead = HasResourceParts && System.Text.Ascii.IsValid(MatchedResource.AsSpan(0, parts.C5));
        Traits = RequestTraitsReader.Of(action, ActionColon, MatchedResource, HasResourceParts, parts);
    }

    /// <summary>Tells under which circumstances. A request that was given away is not placed again.</summary>
    internal void Set(RequestContext context, RequestCircumstances circumstances)
    {
        Context = context;
        around = circumstances;
        knownRelation = 0;
        knownOwnership = 0;
    }

    /// <summary>A hash of some characters. Many actions may have the same, which costs a search time and nothing else.</summary>
    private static int HashOf(string action)
    {
        if (action.Length == 0) return 0;
        int hash = action.Length + (action[^1] * 31) + (action[action.Length / 2] * 7) + (action[(action.Length * 3) / 4] * 131) + (action[0] * 17);
        return hash ^ (hash >> 6);
    }

    /// <summary>True where the matched resource begins with a text, which is not compared again if it is the one that was found last.</summary>
    internal bool BeginsWith(string text)
    {
        if (ReferenceEquals(text, knownBeginning)) return true;
        if (!MatchedResource.AsSpan().StartsWith(text)) return false;
        knownBeginning = text;
        return true;
    }

    /// <summary>True where the action is one of a service, whose prefix is given; letter case ignored.</summary>
    internal bool IsOf(string service) => ActionColon == service.Length && System.Text.Ascii.EqualsIgnoreCase(Action.AsSpan(0, ActionColon), service);

    /// <summary>The request in one line.</summary>
    /// <returns>Principal, action and resource.</returns>
    public override string ToString() => $"{Principal} {Action} {Resource}";
}
