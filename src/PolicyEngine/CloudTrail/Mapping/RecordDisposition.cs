namespace PolicyEngine.CloudTrail;

/// <summary>What a record tells of: a request that policies decide, or another event.</summary>
public enum RecordDisposition
{
    /// <summary>It does not: a sign-in, an event of a service, an insight, or a call that needs no permission.</summary>
    NotARequest = 0,

    /// <summary>It does.</summary>
    Request = 1,

    /// <summary>It does, but its caller is none that policies can name, or none that the record identifies.</summary>
    UnsupportedPrincipal = 2,
}
