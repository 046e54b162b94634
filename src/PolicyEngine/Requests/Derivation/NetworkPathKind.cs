namespace PolicyEngine.Requests.Derivation;

/// <summary>Over which kind of network path a call came to AWS.</summary>
internal enum NetworkPathKind : byte
{
    /// <summary>Not told by a request that is complete.</summary>
    Untold,

    /// <summary>Not known, nor is it known that the caller itself called.</summary>
    Unknown,

    /// <summary>From the caller itself, over an unknown path.</summary>
    Direct,

    /// <summary>Over the internet, or the network of AWS, from an address.</summary>
    Public,

    /// <summary>Through a VPC endpoint.</summary>
    Endpoint,

    /// <summary>From a service on behalf of the caller, who had called it.</summary>
    Forwarded,

    /// <summary>From the network of a service with a role that was passed to it, or with its service-linked role.</summary>
    ServiceNetwork,

    /// <summary>From a service with a role: as <see cref="Forwarded"/> or as <see cref="ServiceNetwork"/>.</summary>
    ServiceWithRole,

    /// <summary>From a service as itself.</summary>
    ServicePrincipal,
}
