namespace PolicyEngine.Matching;

/// <summary>Whether a permissions boundary is attached to the caller.</summary>
internal enum BoundaryAttachment
{
    /// <summary>None is attached, as far as anybody says.</summary>
    None,

    /// <summary>One is attached.</summary>
    Attached,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
