using PolicyEngine.Endpoints.Hosts;

namespace PolicyEngine.Endpoints;

/// <summary>Which public names an interface endpoint answers to inside its VPC.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html">Access AWS services through AWS PrivateLink</see>.</remarks>
internal static class PrivateDns
{
    /// <summary>True if the DNS of the VPC gives a name to an endpoint; one of unknown type may, whatever it says of private DNS.</summary>
    internal static bool Covers(VpcEndpoint endpoint, EndpointHostName host, bool viaInboundResolver)
    {
        if (host.HasNoForm && !Lists(endpoint, host.Host)) return false;
        if (endpoint.Type is VpcEndpointType.Unknown or VpcEndpointType.Unrecognized) return host.HasNoForm || IsOfService(endpoint, host);
        if (endpoint is not { Type: VpcEndpointType.Interface, PrivateDnsEnabled: true }) return false;
        if (!viaInboundResolver && IsForInboundResolverOnly(endpoint)) return false;
        bool isListed = false;
        foreach (string name in endpoint.DnsNames)
        {
            if (IsOfEndpoint(name)) continue;
            if (Answers(name, host.Host)) return true;
            isListed = true;
        }

        return !isListed && host.IsRegular && IsOfService(endpoint, host);
    }

    /// <summary>True if an endpoint lists a name.</summary>
    internal static bool Lists(VpcEndpoint endpoint, string host)
    {
        foreach (string name in endpoint.DnsNames)
        {
            if (Answers(name, host)) return true;
        }

        return false;
    }

    private static bool IsOfService(VpcEndpoint endpoint, EndpointHostName host) =>
        endpoint.ServiceName?.Service is { } service && (service == host.Service || service == host.ServiceInHost) && endpoint.Region == host.Region;

    /// <summary>AWS: private DNS of Amazon S3 is for the inbound resolver only, unless the options say otherwise.</summary>
    private static bool IsForInboundResolverOnly(VpcEndpoint endpoint) =>
        endpoint.PrivateDnsOnlyForInboundResolver ?? (endpoint.ServiceName?.Service is "s3" or "s3-fips");

    private static bool IsOfEndpoint(string name) => name.StartsWith("vpce-", StringComparison.OrdinalIgnoreCase) || name.Contains(".vpce", StringComparison.OrdinalIgnoreCase);

    /// <summary>True if a host is a name, or a name that begins with <c>*</c> covers it.</summary>
    private static bool Answers(string name, string host)
    {
        ReadOnlySpan<char> pattern = name.EndsWith('.') ? name.AsSpan(0, name.Length - 1) : name;
        if (!pattern.StartsWith("*.")) return pattern.Equals(host, StringComparison.OrdinalIgnoreCase);
        ReadOnlySpan<char> suffix = pattern[1..];
        return host.Length > suffix.Length && host.AsSpan().EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
    }
}
