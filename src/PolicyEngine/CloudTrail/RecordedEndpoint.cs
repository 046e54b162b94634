using PolicyEngine.Requests;

namespace PolicyEngine.CloudTrail;

/// <summary>What is known of a VPC endpoint of one's own that records name.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RecordedEndpoint
{
    /// <summary>The id of its VPC; null when not known.</summary>
    public string? VpcId { get; init; }

    /// <summary>The 12 digits of the account that owns it; null when not known.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Its type; default unknown.</summary>
    public EndpointType Type { get; init; }
}
