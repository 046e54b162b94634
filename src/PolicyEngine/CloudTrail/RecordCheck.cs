namespace PolicyEngine.CloudTrail;

/// <summary>One of the checks that a recorded call needed: an action on a resource.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RecordCheck
{
    /// <summary>The action, such as <c>s3:GetObject</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The ARN of the resource, or <c>*</c>; null when the record does not tell.</summary>
    public string? Resource { get; init; }

    /// <summary>The account that owns the resource, as the record or the ARN says; null when neither does.</summary>
    public string? ResourceAccount { get; init; }
}
