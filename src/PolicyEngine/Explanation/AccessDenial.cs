namespace PolicyEngine;

/// <summary>What is said about why a call was denied.</summary>
/// <remarks>Immutable. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
public sealed record AccessDenial
{
    /// <summary>Whether a policy denies or none allows.</summary>
    public DenialEffect Effect { get; init; }

    /// <summary>The type of policy that denies or does not allow; null when not told.</summary>
    public PolicyType? PolicyType { get; init; }

    /// <summary>The ARN of the policy; null when not said.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>The whole message, read; null when it has not the usual form.</summary>
    public DenialMessage? Message { get; init; }

    /// <summary>Reads a recorded error.</summary>
    /// <param name="errorCode">The error code, such as <c>AccessDenied</c>; <c>VpceAccessDenied</c> names the type by itself.</param>
    /// <param name="message">The message; null when there is none.</param>
    /// <returns>What both say; every member is unknown where they say nothing.</returns>
    public static AccessDenial Read(string? errorCode, string? message)
    {
        bool isByEndpoint = string.Equals(errorCode, "VpceAccessDenied", StringComparison.OrdinalIgnoreCase);
        if (!DenialMessage.TryParse(message, out DenialMessage? read)) return new AccessDenial { PolicyType = isByEndpoint ? PolicyEngine.PolicyType.VpcEndpoint : null };
        return new AccessDenial
        {
            Effect = read.PolicyType is null ? DenialEffect.Unknown : read.IsExplicit ? DenialEffect.ExplicitDeny : DenialEffect.ImplicitDeny,
            PolicyType = read.PolicyType ?? (isByEndpoint ? PolicyEngine.PolicyType.VpcEndpoint : null),
            PolicyArn = read.PolicyArn,
            Message = read,
        };
    }
}
