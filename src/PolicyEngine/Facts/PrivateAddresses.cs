using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>The addresses that no caller on the internet has.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html">IP addressing for your VPCs and subnets</see>.</remarks>
internal static class PrivateAddresses
{
    /// <summary>What networks of one's own use.</summary>
    private static readonly IpNetwork[] OfNetworks = Read("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    /// <summary>What does not leave a host or link.</summary>
    private static readonly IpNetwork[] OfHosts = Read("127.0.0.0/8", "169.254.0.0/16", "fe80::/10", "::1");

    /// <summary>True where a range lies within those that networks of one's own use.</summary>
    internal static bool HasRange(IpNetwork network) =>
        Array.Exists(OfNetworks, range => network.PrefixLength >= range.PrefixLength && range.Contains(network.Address));

    /// <summary>True where an address cannot be that of a caller on the internet.</summary>
    internal static bool HasAddress(IpAddress address)
    {
        IpAddress plain = address.Unmapped;
        return Array.Exists(OfNetworks, range => range.Contains(plain)) || Array.Exists(OfHosts, range => range.Contains(plain));
    }

    private static IpNetwork[] Read(params string[] ranges) =>
        Array.ConvertAll(ranges, static text => IpNetwork.TryParse(text, out IpNetwork network) ? network : throw new FormatException(text));
}
