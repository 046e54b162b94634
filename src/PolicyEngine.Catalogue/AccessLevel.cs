namespace PolicyEngine.Catalogue;

/// <summary>What kind of access an action gives, as AWS ranks it.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access levels in policy summaries</see>.</remarks>
public enum AccessLevel
{
    /// <summary>The level is not known: the actions came from a list of names.</summary>
    Unknown,

    /// <summary>Lists resources, and tells nothing of what is in them.</summary>
    List,

    /// <summary>Reads what is in resources.</summary>
    Read,

    /// <summary>Creates, changes or deletes resources.</summary>
    Write,

    /// <summary>Changes tags of resources, and nothing else.</summary>
    Tagging,

    /// <summary>Grants or changes permissions.</summary>
    PermissionsManagement,
}
