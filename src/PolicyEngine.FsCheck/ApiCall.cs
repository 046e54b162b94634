using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck;

/// <summary>An API call as a value: who calls what, over which way. <see cref="ToBuilder"/> makes the request that AWS sees of it.</summary>
/// <remarks>Immutable, so that it can be shown and shrunk, which <see cref="ApiCallBuilder"/> cannot.</remarks>
public sealed record ApiCall
{
    /// <summary>The caller.</summary>
    public required RequestPrincipal Principal { get; init; }

    /// <summary>The action, <c>service:Name</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The ARN of the resource, or <c>*</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>The account that owns the resource; null for the one in its ARN.</summary>
    public string? Owner { get; init; }

    /// <summary>The VPC endpoint that the call comes through; null when it comes through none.</summary>
    public VpcEndpoint? Endpoint { get; init; }

    /// <summary>The private address of the client, for calls through an endpoint; null for unknown.</summary>
    public string? ClientAddress { get; init; }

    /// <summary>The public address of the client, for calls over the internet. Where this and <see cref="Endpoint"/> are null, it is unknown which way
    /// the call comes.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The services that call on behalf of the caller, first to last; default none.</summary>
    public SyntaxList<string> ForwardedBy { get; init; } = [];

    /// <summary>When the call arrives; null for unknown.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Further condition keys; default none.</summary>
    public RequestContext Keys { get; init; } = RequestContext.Empty;

    /// <summary>Begins the call, so that more can be said about it.</summary>
    /// <returns>A new builder.</returns>
    public ApiCallBuilder ToBuilder()
    {
        ApiCallBuilder builder = new(Principal, Action, Resource);
        if (Owner is not null) builder.OwnedBy(Owner);
        if (Time is { } time) builder.At(time);
        if (Endpoint is not null) builder.Through(Endpoint, ClientAddress);
        else if (SourceAddress is not null) builder.FromInternet(SourceAddress);
        if (ForwardedBy.Count > 0) builder.OnBehalfBy([.. ForwardedBy]);
        foreach ((string name, ContextValue value) in Keys) builder.Set(name, value);
        return builder;
    }

    /// <summary>Makes the request that AWS would authorize.</summary>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException">The call contradicts itself; generated ones do not.</exception>
    public AuthorizationRequest Build() => ToBuilder().Build();

    /// <summary>The call and its way.</summary>
    /// <returns>Some lines.</returns>
    public override string ToString()
    {
        string way = Endpoint is not null ? $"through {Endpoint} from {ClientAddress ?? "(unknown)"}" : SourceAddress is not null ? $"over the internet from {SourceAddress}" : "on an unknown way";
        string forwarded = ForwardedBy.Count > 0 ? $", forwarded by {string.Join(", ", ForwardedBy)}" : "";
        return $"{way}{forwarded}\n{(ToBuilder().TryBuild(out AuthorizationRequest request, out _) ? RequestText.Of(request) : "contradicts itself")}";
    }

    /// <summary>What keeps AWS from ever seeing such a call.</summary>
    internal RequestFault[] FindErrors() => [.. ToBuilder().FindFaults().Where(static fault => fault.IsError)];
}
