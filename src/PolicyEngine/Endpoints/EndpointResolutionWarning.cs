namespace PolicyEngine;

/// <summary>What is doubtful about an endpoint that a host name leads to.</summary>
public enum EndpointResolutionWarning
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The host names another service than the inventory: DNS would not answer.</summary>
    ServiceMismatch = 1,

    /// <summary>The host names another Region than the inventory: DNS would not answer.</summary>
    RegionMismatch = 2,

    /// <summary>The endpoint is of a type that has no such host names: DNS would not answer.</summary>
    TypeMismatch = 3,

    /// <summary>The service is one of a customer or partner: AWS authorizes no call to it.</summary>
    NoAwsAuthorization = 4,
}
