namespace PolicyEngine.CloudTrail;

/// <summary>Why a recorded call was denied, as far as its error says.</summary>
/// <remarks>Immutable. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
public sealed class AccessDenial
{
    internal AccessDenial()
    {
    }

    /// <summary>Explicit where a policy denies, implicit where none allows; null where the error does not say.</summary>
    public Decision? Effect { get; internal init; }

    /// <summary>The type of policy that denies, or whose allow is missing; null where the error does not say.</summary>
    public PolicyType? PolicyType { get; internal init; }

    /// <summary>The ARN of the policy; null where the error does not say.</summary>
    public string? PolicyArn { get; internal init; }

    /// <summary>The whole message, parsed; null where it does not have the usual form.</summary>
    public DenialMessage? Message { get; internal init; }

    /// <summary>Reads a recorded error.</summary>
    /// <param name="errorCode">The error code, such as <c>AccessDenied</c>; <c>VpceAccessDenied</c> names the type by itself.</param>
    /// <param name="message">The message; null when there is none.</param>
    /// <returns>What both say. Every member is null where they say nothing.</returns>
    internal static AccessDenial Read(string? errorCode, string? message)
    {
        bool isByEndpoint = string.Equals(errorCode, "VpceAccessDenied", StringComparison.OrdinalIgnoreCase);
        if (!DenialMessage.TryParse(message, out DenialMessage? read)) return new AccessDenial { PolicyType = isByEndpoint ? PolicyEngine.PolicyType.VpcEndpoint : null };
        return new AccessDenial
        {
            Effect = read.PolicyType is null ? null : read.IsExplicit ? Decision.ExplicitDeny : Decision.ImplicitDeny,
            PolicyType = read.PolicyType ?? (isByEndpoint ? PolicyEngine.PolicyType.VpcEndpoint : null),
            PolicyArn = read.PolicyArn,
            Message = read,
        };
    }

    /// <summary>The denial in a sentence.</summary>
    /// <returns>The message where there is one; otherwise such as <c>denied by vpcEndpoint policies</c>.</returns>
    public override string ToString() => Message?.ToString() ?? (PolicyType is { } type ? $"denied by {PolicyTypeNames.NameOf(type)} policies" : "denied");
}
