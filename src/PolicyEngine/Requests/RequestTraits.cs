namespace PolicyEngine.Requests;

/// <summary>What a request does where AWS decides by rules of its own.</summary>
[Flags]
internal enum RequestTraits
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>sts:AssumeRole or sts:AssumeRoot, which root credentials cannot call.</summary>
    AssumesRole = 1,

    /// <summary>An action of STS on a role, which its trust policy must allow; an action that assumes a role is one whatever its resource.</summary>
    TargetsRole = 1 << 1,

    /// <summary>The resource is a service-linked role.</summary>
    TargetsServiceLinkedRole = 1 << 2,

    /// <summary>iam:PassRole, which only the caller's side decides.</summary>
    PassesRole = 1 << 3,

    /// <summary>The resource is a KMS key, which its key policy must allow.</summary>
    UsesKey = 1 << 4,

    /// <summary>The resource is the alias of a KMS key that AWS manages.</summary>
    UsesAwsManagedKey = 1 << 5,

    /// <summary>Reads or replaces the policy of an S3 bucket.</summary>
    HandlesBucketPolicy = 1 << 6,

    /// <summary>Reads or replaces the policy of an SQS queue.</summary>
    HandlesQueuePolicy = 1 << 7,

    /// <summary>The resource is an S3 access point, or an object at one.</summary>
    OnAccessPoint = 1 << 8,

    /// <summary>It is, and the action is on the bucket behind it.</summary>
    ThroughAccessPoint = 1 << 9,

    /// <summary>The resource is an access point of which a policy set has no slot, or the alias of one: nobody can tell its policy and its bucket.</summary>
    NamesUntoldAccessPoint = 1 << 10,
}
