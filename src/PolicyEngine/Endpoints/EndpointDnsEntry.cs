namespace PolicyEngine;

/// <summary>A DNS name that leads to an endpoint: regional, zonal, or the public name of its service.</summary>
/// <param name="DnsName">The name as written; those of Amazon S3 begin with <c>*.</c>.</param>
/// <param name="HostedZoneId">The hosted zone of the name; null when not told.</param>
public sealed record EndpointDnsEntry(string DnsName, string? HostedZoneId = null);
