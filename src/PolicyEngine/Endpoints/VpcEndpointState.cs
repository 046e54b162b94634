namespace PolicyEngine;

/// <summary>The state of a VPC endpoint; only <see cref="Available"/> carries traffic.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html">VpcEndpoint</see>.</remarks>
public enum VpcEndpointState
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Waits for the owner of the service.</summary>
    PendingAcceptance = 1,

    /// <summary>Is being made.</summary>
    Pending = 2,

    /// <summary>Carries traffic.</summary>
    Available = 3,

    /// <summary>Is being deleted.</summary>
    Deleting = 4,

    /// <summary>Deleted.</summary>
    Deleted = 5,

    /// <summary>Refused by the owner of the service.</summary>
    Rejected = 6,

    /// <summary>Could not be made.</summary>
    Failed = 7,

    /// <summary>Was not accepted in time.</summary>
    Expired = 8,

    /// <summary>Only a part of it exists.</summary>
    Partial = 9,

    /// <summary>The state has a name that this library does not know.</summary>
    Unrecognized = 10,
}
