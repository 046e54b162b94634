namespace PolicyEngine;

/// <summary>What a policy document is attached to, which decides what it must and must not hold.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policies and permissions in AWS IAM</see>.</remarks>
public enum PolicyType
{
    /// <summary>An inline policy of a user, group or role.</summary>
    Identity = 0,

    /// <summary>A managed policy: evaluates as <see cref="Identity"/>, and must have Version 2012-10-17.</summary>
    Managed = 1,

    /// <summary>A permissions boundary: a managed policy that limits what identity policies grant.</summary>
    PermissionsBoundary = 2,

    /// <summary>A policy passed while a session is made.</summary>
    Session = 3,

    /// <summary>A policy on a resource, such as a bucket, key or secret.</summary>
    Resource = 4,

    /// <summary>The trust policy of a role: who may assume it.</summary>
    Trust = 5,

    /// <summary>A service control policy of an organization.</summary>
    ServiceControl = 6,

    /// <summary>A resource control policy of an organization.</summary>
    ResourceControl = 7,

    /// <summary>The policy of a VPC endpoint: what may pass through it.</summary>
    VpcEndpoint = 8,
}
