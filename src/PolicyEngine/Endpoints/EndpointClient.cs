using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The client that uses a host name: its network. What is not known is null.</summary>
/// <remarks>Immutable.</remarks>
public sealed class EndpointClient
{
    /// <summary>The id of the VPC whose DNS answers: that of the client, or that of the inbound resolver which it asks; null or empty
    /// when not known.</summary>
    public string? VpcId { get; init; }

    /// <summary>The route table of the subnet of the client; null or empty when not known.</summary>
    public string? RouteTableId { get; init; }

    /// <summary>True if the client is outside the VPC, such as on premises, and asks an inbound resolver of the VPC; default no.</summary>
    public bool ViaInboundResolver { get; init; }

    /// <summary>The client in a few words.</summary>
    /// <returns>Such as <c>client in vpc-1a2b3c4d with rtb-1a2b3c4d</c>.</returns>
    public override string ToString()
    {
        string table = string.IsNullOrEmpty(RouteTableId) ? "" : $" with {RouteTableId}";
        return ShownText.Of($"client in {(string.IsNullOrEmpty(VpcId) ? "an unknown VPC" : VpcId)}{table}{(ViaInboundResolver ? " by an inbound resolver" : "")}");
    }
}
