using PolicyEngine.Facts;
using PolicyEngine.Requests;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine;

/// <summary>Makes requests one after the other, and is decided itself by a server that needs no memory for each of its calls.</summary>
/// <remarks>Mutable, and not safe for concurrent use: each thread, or each call from a pool, has its own.
/// <see cref="PolicyEvaluator.Evaluate(CompiledPolicySet, AuthorizationRequestBuilder)"/> decides the request as it is now and keeps
/// nothing of it; who wants to keep or explain it takes <see cref="Build"/>. Its last texts stay in memory until others take their places. See
/// <see cref="AuthorizationRequest"/> for what each part means.</remarks>
public sealed class AuthorizationRequestBuilder
{
    private readonly AuthorizationRequest request = new(RequestPrincipal.Anonymous, "", "");
    private RequestCircumstances around;
    private CallFacts? call;

    /// <summary>Makes a request of an anonymous caller for an action and a resource without names; see <see cref="Reset"/>.</summary>
    /// <param name="refusesSpoofedKeys">True where a global key that AWS alone sets is refused where it comes from the caller; default no. Set it where
    /// values come over a network.</param>
    public AuthorizationRequestBuilder(bool refusesSpoofedKeys = false) => Context = new RequestContextBuilder(refusesSpoofedKeys);

    /// <summary>The caller.</summary>
    public RequestPrincipal Principal => request.Principal;

    /// <summary>The action, as given.</summary>
    public string Action => request.Action;

    /// <summary>The resource, as given.</summary>
    public string Resource => request.Resource;

    /// <summary>The condition keys: set them here. What its <see cref="RequestContextBuilder.Build"/> gave away does not change any more.</summary>
    public RequestContextBuilder Context { get; }

    /// <summary>The VPC endpoint through which the request came; default none.</summary>
    public RequestEndpoint? Endpoint
    {
        get => around.Endpoint;
        set => around.Endpoint = value;
    }

    /// <summary>The 12 digits of the account that owns the resource; default not told.</summary>
    public string? ResourceAccount
    {
        get => around.ResourceAccount;
        set => around.ResourceAccount = value;
    }

    /// <summary>True where that account is the management account of its organization; default false.</summary>
    public bool IsResourceInManagementAccount
    {
        get => around.IsResourceInManagementAccount;
        set => around.IsResourceInManagementAccount = value;
    }

    /// <summary>True where the resource is a KMS key that an AWS service manages; default false.</summary>
    public bool IsResourceManagedByAws
    {
        get => around.IsResourceManagedByAws;
        set => around.IsResourceManagedByAws = value;
    }

    /// <summary>True where something beside policies, such as a KMS grant, gives the caller this access; default false.</summary>
    public bool HasServiceGrant
    {
        get => around.HasServiceGrant;
        set => around.HasServiceGrant = value;
    }

    /// <summary>True where S3 Block Public Access stops anonymous access to the resource; default false.</summary>
    public bool BlocksPublicAccess
    {
        get => around.BlocksPublicAccess;
        set => around.BlocksPublicAccess = value;
    }

    /// <summary>Begins the next request, and forgets all of the last one: condition keys, endpoint, account and the rest are as by default.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="action">The action, <c>service:Name</c>, letter case ignored.</param>
    /// <param name="resource">The ARN of the resource, or <c>*</c> for an action without resource-level permissions.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null; then nothing is changed.</exception>
    public AuthorizationRequestBuilder Reset(RequestPrincipal principal, string action, string resource)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(resource);
        request.Reset(principal, action, resource);
        around = default;
        Context.Clear();
        return this;
    }

    /// <summary>The request as it is now, which does not change any more.</summary>
    /// <returns>A request to keep, to explain, or to give to other threads.</returns>
    public AuthorizationRequest Build()
    {
        AuthorizationRequest kept = new(Principal, Action, Resource);
        kept.Set(Context.Build(), around);
        return kept;
    }

    /// <summary>The request in one line.</summary>
    /// <returns>Principal, action and resource.</returns>
    public override string ToString() => request.ToString();

    /// <summary>The request as it is now, for one decision that keeps nothing of it.</summary>
    internal AuthorizationRequest Borrow()
    {
        request.Set(Context.Borrow(), around);
        return request;
    }

    /// <summary>The same for policies that ask for some keys: those that are not set are derived.</summary>
    internal AuthorizationRequest Borrow(AskedKeys asked)
    {
        Borrow();
        if (request.Gives(asked)) return request;
        call ??= new CallFacts(request.Principal, request.Action, request.Resource);
        call.Reset(request);
        request.Set(Context.Borrow(call), around);
        return request;
    }
}
