namespace PolicyEngine.Facts;

/// <summary>The columns of the service profiles, by which code asks for facts.</summary>
internal static class ProfileColumns
{
    /// <summary>The name of the service.</summary>
    internal const string Name = "name";

    /// <summary>What Resource must be in a resource policy: <c>required</c>, <c>optional</c> or <c>refused</c>, the type of resource, and the actions of which alone it holds.</summary>
    internal const string Resource = "resource";

    /// <summary>What statements with the same Sid are: <c>unique</c> or <c>repeatable</c>.</summary>
    internal const string Sid = "sid";

    /// <summary>Actions that callers of other accounts never can do.</summary>
    internal const string OwnAccountOnly = "own-account-only";

    /// <summary>The only actions that callers of other accounts can do.</summary>
    internal const string CrossAccountOnlyThese = "cross-account-only-these";

    /// <summary>The types of VPC endpoints that carry calls of the service.</summary>
    internal const string Endpoint = "endpoint";

    /// <summary>The control Region of a global service, by partition.</summary>
    internal const string Region = "region";

    /// <summary>What <c>aws:RequestedRegion</c> holds for resources of the service without a Region.</summary>
    internal const string GlobalResourceRegion = "global-resource-region";

    /// <summary>The name of the service in <c>kms:ViaService</c>.</summary>
    internal const string ViaService = "via-service";

    /// <summary>A condition key of the service, and what it follows from: <c>caller-account</c>, <c>resource-account</c>, <c>resource</c>, <c>called-region</c> or <c>via-service</c>.</summary>
    internal const string DerivedKey = "derived-key";

    /// <summary>Actions without <c>aws:ResourceAccount</c>.</summary>
    internal const string NoResourceAccount = "no-resource-account";

    /// <summary>Actions without <c>aws:ResourceAccount</c> where another account is involved.</summary>
    internal const string NoResourceAccountAcross = "no-resource-account-across";

    /// <summary>Actions that act on no existing resource, so that the policy of a resource never decides about them.</summary>
    internal const string NoExistingResource = "no-existing-resource";

    /// <summary>All other actions of the service.</summary>
    internal const string ExistingResource = "existing-resource";
}
