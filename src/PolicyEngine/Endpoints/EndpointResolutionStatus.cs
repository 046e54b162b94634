namespace PolicyEngine;

/// <summary>Where a host name leads.</summary>
public enum EndpointResolutionStatus
{
    /// <summary>To a service of AWS, by a way that cannot be told: the VPC or route table of the client is not known, or the inventory
    /// leaves room.</summary>
    Unknown = 0,

    /// <summary>Through an endpoint of the inventory.</summary>
    Resolved = 1,

    /// <summary>To an endpoint of the inventory that carries no traffic.</summary>
    NotAvailable = 2,

    /// <summary>To an endpoint that the inventory does not hold: its VPC, owner and policy are not known.</summary>
    NotInInventory = 3,

    /// <summary>To the public addresses of a service, through no endpoint.</summary>
    Public = 4,

    /// <summary>To no service or endpoint of AWS.</summary>
    NotAws = 5,
}
