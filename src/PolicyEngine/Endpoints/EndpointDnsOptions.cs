using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>How the DNS names of an endpoint are answered.</summary>
/// <remarks>Immutable. AWS page: <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptions.html">DnsOptions</see>.</remarks>
public sealed class EndpointDnsOptions
{
    /// <summary>The kind of addresses in answers, such as <c>ipv4</c> or <c>service-defined</c>, as written; null when not told.</summary>
    public string? RecordIpType { get; init; }

    /// <summary>Whether the private names are answered only to queries through an inbound resolver, so that clients in the VPC keep
    /// to the gateway endpoint; null when not told.</summary>
    public bool? PrivateDnsOnlyForInboundResolver { get; init; }

    /// <summary>Which private domains are answered, as written; null when not told.</summary>
    public string? PrivateDnsPreference { get; init; }

    /// <summary>The private domains chosen; empty when none were.</summary>
    public ImmutableArray<string> PrivateDnsDomains { get; init; } = [];
}
