namespace PolicyEngine;

/// <summary>A security group of the network interfaces of an endpoint.</summary>
/// <param name="GroupId">The id, such as <c>sg-1a2b3c4d</c>.</param>
/// <param name="GroupName">The name; null when not told.</param>
public sealed record EndpointSecurityGroup(string GroupId, string? GroupName = null);
