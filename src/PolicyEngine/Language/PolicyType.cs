namespace PolicyEngine;

/// <summary>The types of policies: what a document is attached to, which decides what it must hold and what part it takes in a decision.</summary>
/// <remarks>The first nine are the types of which a <see cref="PolicySet"/> holds policies, in the order in which a denial names them. A managed
/// policy takes part as an identity policy or permissions boundary, a trust policy as the policy of the role. AWS pages:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policies and permissions in AWS IAM</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
public enum PolicyType
{
    /// <summary>A resource control policy of the organization that owns the resource: it only denies.</summary>
    ResourceControl = 0,

    /// <summary>A service control policy of the caller's organization: every level must allow.</summary>
    ServiceControl = 1,

    /// <summary>The policy of the VPC endpoint that the request came through: it limits, and never grants.</summary>
    VpcEndpoint = 2,

    /// <summary>The policy of an S3 access point, which stands for the policy of the resource in a request on the access point. The grammar is that of
    /// a resource policy.</summary>
    AccessPoint = 3,

    /// <summary>A policy on a resource, such as a bucket, key or secret: it grants by the principal that it names.</summary>
    Resource = 4,

    /// <summary>A policy of a user with its groups, or of a role. The grammar is that of an inline policy.</summary>
    Identity = 5,

    /// <summary>A permissions boundary: a managed policy that limits what identity policies grant.</summary>
    PermissionsBoundary = 6,

    /// <summary>A policy passed when a session is made: it limits the session.</summary>
    Session = 7,

    /// <summary>A scope-down policy, passed to STS GetScopedCredentials: it limits whatever grants, and each of them must allow.</summary>
    ScopeDown = 8,

    /// <summary>A managed policy: evaluates as <see cref="Identity"/>, and must have Version 2012-10-17.</summary>
    Managed = 9,

    /// <summary>The trust policy of a role, which is the policy of the role as a resource: who may assume it.</summary>
    Trust = 10,
}
