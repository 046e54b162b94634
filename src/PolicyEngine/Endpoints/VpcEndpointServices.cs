using System.Collections.Frozen;

namespace PolicyEngine;

/// <summary>What <c>describe-vpc-endpoint-services</c> tells of services: whether their endpoints have policies.</summary>
/// <remarks>Immutable and safe for concurrent use. AWS page:
/// <see href="https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoint-services.html">describe-vpc-endpoint-services</see>.</remarks>
public sealed partial class VpcEndpointServices
{
    private readonly FrozenDictionary<string, bool> supported;

    private VpcEndpointServices(Dictionary<string, bool> supported) => this.supported = supported.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tells if endpoints of a service have policies.</summary>
    /// <param name="serviceName">The name of the service, letter case included.</param>
    /// <returns>Null when nothing is told of it.</returns>
    public bool? SupportsPolicy(string serviceName)
    {
        ArgumentNullException.ThrowIfNull(serviceName);
        return supported.TryGetValue(serviceName, out bool isSupported) ? isSupported : null;
    }

    /// <summary>How much is known.</summary>
    /// <returns>Such as <c>3 endpoint services</c>.</returns>
    public override string ToString() => $"{supported.Count} endpoint services";
}
