namespace PolicyEngine.Requests;

/// <summary>The relation of the caller's account to that of the resource.</summary>
internal enum AccountRelation
{
    /// <summary>No account is named as the owner of the resource, two are named, or what is named is no account.</summary>
    Unknown,

    /// <summary>One account owns both.</summary>
    Same,

    /// <summary>The resource belongs to another account.</summary>
    Cross,
}
