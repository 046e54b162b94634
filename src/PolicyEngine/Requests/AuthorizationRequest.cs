using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>A question: may this principal do this action on this resource, in this context?</summary>
/// <remarks>Immutable and safe for concurrent use. All texts are data: <c>*</c>, <c>?</c> and <c>${</c> in them are ordinary
/// characters. Any text is a request; what cannot be read makes the comparison that reads it undecided.</remarks>
public sealed class AuthorizationRequest
{
    private const string ListBuckets = "s3:ListAllMyBuckets";

    /// <summary>Makes a request.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="action">The action, <c>service:Name</c>, letter case ignored.</param>
    /// <param name="resource">The ARN of the resource, or <c>*</c> for an action without resource-level permissions.</param>
    /// <param name="context">The condition keys; default none.</param>
    /// <param name="endpointType">The type of the VPC endpoint that the request comes through, if any; only its policy asks.</param>
    /// <exception cref="ArgumentNullException">A required argument is null.</exception>
    public AuthorizationRequest(
        RequestPrincipal principal, string action, string resource, RequestContext? context = null, EndpointType endpointType = EndpointType.Unknown)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(resource);
        Principal = principal;
        Action = action;
        Resource = resource;
        Context = context ?? RequestContext.Empty;
        EndpointType = endpointType;
        ActionColon = action.IndexOf(':', StringComparison.Ordinal);

        // AWS: listing all buckets is authorized on arn:PARTITION:s3:::*, and many samples grant it there.
        bool listsBuckets = resource == "*" && System.Text.Ascii.EqualsIgnoreCase(action, ListBuckets);
        MatchedResource = listsBuckets ? $"arn:{principal.Partition}:s3:::*" : resource;
        HasResourceParts = ArnParts.TrySplit(MatchedResource, out ArnParts parts);
        ResourceParts = parts;
    }

    /// <summary>The caller.</summary>
    public RequestPrincipal Principal { get; }

    /// <summary>The action, as given.</summary>
    public string Action { get; }

    /// <summary>The resource, as given.</summary>
    public string Resource { get; }

    /// <summary>The condition keys.</summary>
    public RequestContext Context { get; }

    /// <summary>The type of the VPC endpoint that the request comes through.</summary>
    public EndpointType EndpointType { get; }

    /// <summary>Where the colon of the action stands; negative when it has none.</summary>
    internal int ActionColon { get; }

    /// <summary>The resource that ARN patterns are matched with.</summary>
    internal string MatchedResource { get; }

    /// <summary>Whether the matched resource has six parts.</summary>
    internal bool HasResourceParts { get; }

    internal ArnParts ResourceParts { get; }

    /// <summary>The request in one line.</summary>
    /// <returns>Principal, action and resource.</returns>
    public override string ToString() => $"{Principal} {Action} {Resource}";
}
