namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>How a call came to the service.</summary>
internal enum RecordedPathKind
{
    /// <summary>Nobody can say.</summary>
    Unknown,

    /// <summary>From the caller itself.</summary>
    Direct,

    /// <summary>From a service, on behalf of the caller who had called it.</summary>
    Forwarded,

    /// <summary>From a service with a role: its own, one that it was given, or that of the caller.</summary>
    ByServiceWithRole,

    /// <summary>From a service with its service-linked role.</summary>
    ServiceLinkedRole,

    /// <summary>From a service as itself.</summary>
    ServicePrincipal,
}
