namespace PolicyEngine;

/// <summary>What settled a request.</summary>
public enum DecisionCause
{
    /// <summary>The policies.</summary>
    Policies = 0,

    /// <summary>The action needs no permission: every signed caller may do it.</summary>
    NoPermissionRequired = 1,

    /// <summary>The caller is the root user, who needs no policy in its own account.</summary>
    RootUser = 2,

    /// <summary>Root credentials cannot assume roles, whatever policies allow.</summary>
    RootCannotAssumeRoles = 3,

    /// <summary>Credentials of this kind cannot call the action, whatever policies allow.</summary>
    CredentialsCannotCall = 4,

    /// <summary>The action cannot be called on a KMS key of another account.</summary>
    KeyOfAnotherAccount = 5,

    /// <summary>A role can be passed within its own account only.</summary>
    RoleOfAnotherAccount = 6,

    /// <summary>S3 Block Public Access stops anonymous access.</summary>
    PublicAccessBlocked = 7,

    /// <summary>The account that owns the resource is unknown, or two accounts are named, and it matters.</summary>
    ResourceAccountUnknown = 8,

    /// <summary>The policies of some kind are unknown.</summary>
    PolicyUnknown = 9,

    /// <summary>The resource is in another partition than the caller, and neither credentials nor grants reach there.</summary>
    OtherPartition = 10,

    /// <summary>The service refuses the action to callers of other accounts, whatever policies allow.</summary>
    OwnAccountOnly = 11,

    /// <summary>The access point takes calls from its VPC alone, and this one comes from elsewhere.</summary>
    OutsideNetworkOrigin = 12,
}
