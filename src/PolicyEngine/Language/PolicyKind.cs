namespace PolicyEngine;

/// <summary>What part a policy plays when several policies decide together.</summary>
/// <remarks>In the order in which a denial names them. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
public enum PolicyKind
{
    /// <summary>Resource control policies of the organization that owns the resource: they only deny.</summary>
    ResourceControl = 0,

    /// <summary>Service control policies of the caller's organization: every level must allow.</summary>
    ServiceControl = 1,

    /// <summary>The policy of the VPC endpoint that the request came through: a gate, never a grant.</summary>
    VpcEndpoint = 2,

    /// <summary>The policy of the resource, of a role its trust policy: it grants by the principal that it names.</summary>
    Resource = 3,

    /// <summary>The policies of the user with its groups, or of the role.</summary>
    Identity = 4,

    /// <summary>The permissions boundary of the user or role: it limits what identity policies grant.</summary>
    PermissionsBoundary = 5,

    /// <summary>The policies passed when the session was made: they limit it.</summary>
    Session = 6,
}
