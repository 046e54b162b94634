namespace PolicyEngine.Matching;

/// <summary>The permissions boundary of a caller.</summary>
internal enum BoundaryAttachment
{
    /// <summary>None is attached, as far as is known.</summary>
    None,

    /// <summary>One is attached.</summary>
    Attached,

    /// <summary>It is unknown whether one is attached.</summary>
    Unknown,
}
