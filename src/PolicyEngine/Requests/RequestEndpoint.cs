using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The VPC endpoint through which a request came.</summary>
/// <remarks>Immutable. What policies compare are the condition keys of the request; this tells whether the endpoint's policy is asked,
/// and how it reads principals. AWS page:
/// <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Control access to VPC endpoints using endpoint policies</see>.</remarks>
public sealed class RequestEndpoint
{
    /// <summary>Makes an endpoint.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">Its id; default not known.</param>
    public RequestEndpoint(VpcEndpointType type, string? id = null)
    {
        Type = type;
        Id = id;
    }

    /// <summary>Its type.</summary>
    public VpcEndpointType Type { get; }

    /// <summary>Its id, such as <c>vpce-1234</c>; null when not known.</summary>
    public string? Id { get; }

    /// <summary>The id of its VPC; null when not known.</summary>
    public string? VpcId { get; init; }

    /// <summary>True where endpoints of the service have policies; default true. Where they have none, no policy is asked.</summary>
    public bool SupportsPolicy { get; init; } = true;

    /// <summary>The endpoint in a few words.</summary>
    /// <returns>Such as <c>vpce-1234 (Interface, vpc-1a2b3c4d)</c>; control, format and separator characters are shown as <c>\uXXXX</c>.</returns>
    public override string ToString() =>
        ShownText.Of($"{Id ?? "an endpoint"} ({Type}{(VpcId is null ? "" : $", {VpcId}")}{(SupportsPolicy ? "" : ", without policies")})");
}
