namespace PolicyEngine;

/// <summary>Where a host name or URL leads, and why.</summary>
/// <remarks>Immutable.</remarks>
public sealed class EndpointResolution
{
    internal EndpointResolution(EndpointResolutionStatus status, string reason)
    {
        Status = status;
        Reason = reason;
    }

    /// <summary>The answer.</summary>
    public EndpointResolutionStatus Status { get; }

    /// <summary>Why, in one sentence without a final stop.</summary>
    public string Reason { get; }

    /// <summary>The endpoint, when the status is <see cref="EndpointResolutionStatus.Resolved"/> or <see cref="EndpointResolutionStatus.NotAvailable"/>.</summary>
    public VpcEndpoint? Endpoint { get; internal init; }

    /// <summary>The id of the endpoint; also known when it is not in the inventory.</summary>
    public string? EndpointId { get; internal init; }

    /// <summary>The service that the host names, in the label order of service names: <c>ecr.api</c> for <c>api.ecr</c>; null when it is not AWS.</summary>
    public string? Service { get; internal init; }

    /// <summary>The Region that the host names; null in global names.</summary>
    public string? Region { get; internal init; }

    /// <summary>The Availability Zone or Local Zone that the host names.</summary>
    public string? Zone { get; internal init; }

    /// <summary>The part of Amazon S3 that the host names.</summary>
    public S3EndpointForm Form { get; internal init; }

    /// <summary>The bucket, from the host, or else the first segment of the path; null when not named.</summary>
    public string? Bucket { get; internal init; }

    /// <summary>The access point of Amazon S3; null when not named.</summary>
    public string? AccessPoint { get; internal init; }

    /// <summary>The account in the host of an access point or of S3 control; null when not named.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>What is doubtful about the endpoint.</summary>
    public EndpointResolutionWarning Warning { get; internal init; }

    /// <summary>The answer with its reason.</summary>
    /// <returns>Such as <c>Resolved: The name is that of vpce-1234a5678b9012c</c>.</returns>
    public override string ToString() => $"{Status}: {Reason}";
}
