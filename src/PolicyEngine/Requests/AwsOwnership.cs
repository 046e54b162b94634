namespace PolicyEngine.Requests;

/// <summary>The ownership of a resource by AWS itself, as its name tells where no owner is told.</summary>
/// <remarks>AWS: <see href="https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md">service-owned resources</see>.</remarks>
internal enum AwsOwnership : byte
{
    /// <summary>The name does not tell so.</summary>
    None,

    /// <summary>AWS owns the resource, and no page tells who may do the action on it.</summary>
    Owned,

    /// <summary>AWS owns the resource, and lets every account do the action on it.</summary>
    Open,
}
