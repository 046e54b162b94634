namespace PolicyEngine;

/// <summary>A tag of an endpoint.</summary>
/// <param name="Key">The key; letter case counts.</param>
/// <param name="Value">The value.</param>
public sealed record EndpointTag(string Key, string Value);
