namespace PolicyEngine.CloudTrail;

/// <summary>One of the checks that a recorded call needed: an action on a resource.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class RecordCheck
{
    internal RecordCheck(string action, string? resource = null, string? resourceAccount = null)
    {
        Action = action;
        Resource = resource;
        ResourceAccount = resourceAccount;
    }

    /// <summary>The action, such as <c>s3:GetObject</c>.</summary>
    public string Action { get; }

    /// <summary>The ARN of the resource, or <c>*</c>; null when the record does not tell.</summary>
    public string? Resource { get; }

    /// <summary>The account that owns the resource, as the record or the ARN says; null when neither does.</summary>
    public string? ResourceAccount { get; }
}
