namespace PolicyEngine.Requests;

/// <summary>What is known of the access point of which a request is a check.</summary>
[Flags]
internal enum AccessPointCheck : byte
{
    /// <summary>The request is no check of an access point: it may be a request on one.</summary>
    None = 0,

    /// <summary>It is a check.</summary>
    IsCheck = 1,

    /// <summary>Not all is told that could deny it.</summary>
    LacksFacts = 2,

    /// <summary>It is that on the bucket, and identity policies allow the access point, or may.</summary>
    IsAllowedByIdentity = 4,
}
