namespace PolicyEngine.Requests;

/// <summary>What is known of a request beside who asks for what, and beside its condition keys.</summary>
internal struct RequestCircumstances
{
    internal RequestEndpoint? Endpoint;
    internal string? ResourceAccount;
    internal bool IsResourceInManagementAccount;
    internal bool IsResourceManagedByAws;
    internal bool HasServiceGrant;
    internal bool BlocksPublicAccess;

    /// <summary>What is known of the access point of which this request is a check.</summary>
    internal AccessPointCheck AccessPoint;
}
