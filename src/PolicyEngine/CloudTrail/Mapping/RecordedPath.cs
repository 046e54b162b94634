using System.Buffers;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>How a call came to the service, and through which endpoint.</summary>
internal sealed record RecordedPath
{
    private static readonly SearchValues<char> InAddresses = SearchValues.Create("0123456789.");

    internal NetworkPathKind Kind { get; private init; }

    /// <summary>The address of the caller; null when the record has no valid one.</summary>
    internal IpAddress? Address { get; private init; }

    /// <summary>The endpoint, if it is in the caller's inventory.</summary>
    internal VpcEndpoint? OwnEndpoint { get; private init; }

    /// <summary>The endpoint that the call came through, as far as it is known.</summary>
    internal RequestEndpoint? Endpoint { get; private init; }

    /// <summary>True if the policy of an endpoint may have been asked that is not one's own.</summary>
    internal bool IsEndpointPolicyUnknown { get; private init; }

    /// <summary>True if the endpoint is another account's, which the record names.</summary>
    internal bool IsForeignEndpoint { get; private init; }

    internal static RecordedPath Of(CloudTrailRecord record, RequestPrincipal caller, ReconstructionOptions options)
    {
        string source = record.SourceIpAddress ?? "";
        RecordedPath path = new() { Address = IpAddress.TryParse(source, out IpAddress address) ? address : null };
        if (caller.Kind == CallerType.Service) return path with { Kind = NetworkPathKind.ServicePrincipal };
        if (record.UserIdentity.InvokedBy is { } service) return IsInternalName(service) ? path with { Kind = NetworkPathKind.ServiceWithRole } : path with { Kind = ByService(record, caller) };
        if (IsInternalName(source)) return path with { Kind = NetworkPathKind.Unknown, IsEndpointPolicyUnknown = true };
        if (path.Address is null && IsHostName(source)) return path with { Kind = ByService(record, caller) };
        if (record.VpcEndpointId is { } named && !IsEndpointId(named)) return path with { Kind = NetworkPathKind.Unknown, IsEndpointPolicyUnknown = true };
        VpcEndpoint? own = record.VpcEndpointId is { } id ? options.FindEndpoint(id) : null;
        bool isForeign = own is null && record.VpcEndpointId is not null && AccountId.IsValid(record.VpcEndpointAccountId);
        bool isDirect = path.Address is not null || own is not null || isForeign || IsLikeAddress(source);
        return path with
        {
            Kind = isDirect ? NetworkPathKind.Direct : NetworkPathKind.Unknown,
            OwnEndpoint = own,
            IsForeignEndpoint = isForeign,
            Endpoint = record.VpcEndpointId is { } through ? new RequestEndpoint(own?.Type ?? VpcEndpointType.Unknown, through) { VpcId = own?.VpcId, SupportsPolicy = own?.SupportsPolicy ?? true } : null,
            IsEndpointPolicyUnknown = own is null && (record.VpcEndpointId is not null || path.Address is not { } ip || PrivateAddresses.HasAddress(ip)),
        };
    }

    /// <summary>AWS: a role with invokedBy is a service-linked role by its path, or else a service role or a forwarded call, which look the same.</summary>
    private static NetworkPathKind ByService(CloudTrailRecord record, RequestPrincipal caller)
    {
        bool isForeign = string.Equals(record.UserIdentity.Type, "AWSAccount", StringComparison.OrdinalIgnoreCase);
        if (caller.Kind == CallerType.RoleSession && !isForeign) return caller.IsServiceLinkedRole ? NetworkPathKind.ServiceNetwork : NetworkPathKind.ServiceWithRole;
        bool isForwarded = caller.Kind is CallerType.User or CallerType.FederatedUser or CallerType.Root || isForeign;
        return isForwarded ? NetworkPathKind.Forwarded : NetworkPathKind.ServiceWithRole;
    }

    /// <summary>AWS: a call by a service has the name of the service, or <c>AWS Internal</c>, in place of an id.</summary>
    private static bool IsEndpointId(string text) => text.StartsWith("vpce-", StringComparison.Ordinal);

    private static bool IsInternalName(string text) => text.StartsWith("AWS Internal", StringComparison.OrdinalIgnoreCase);

    /// <summary>True if a text is the name of a service: its last label begins with a letter.</summary>
    private static bool IsHostName(string text)
    {
        int dot = text.LastIndexOf('.');
        return dot > 0 && dot + 1 < text.Length && char.IsAsciiLetter(text[dot + 1]) && !text.AsSpan().ContainsAny(' ', ':');
    }

    private static bool IsLikeAddress(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(InAddresses);
}
