namespace PolicyEngine.Syntax;

/// <summary>How long a document may be before a warning says so.</summary>
/// <remarks>Quotas are a matter of the service and change over time; they never refuse a document. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and AWS STS quotas</see>.</remarks>
/// <param name="MaxLength">The most characters (code points) that raise no warning.</param>
/// <param name="CountsWhiteSpace">True if blanks, tabs and line ends count.</param>
public sealed record PolicyQuota(int MaxLength, bool CountsWhiteSpace)
{
    /// <summary>A quota that is never exceeded.</summary>
    public static PolicyQuota None { get; } = new(int.MaxValue, CountsWhiteSpace: false);

    /// <summary>The documented quota of a policy type, as of 2026.</summary>
    /// <param name="type">The policy type.</param>
    /// <returns>The quota; <see cref="None"/> for resource policies, where each service has its own. Inline policies: that of
    /// roles, the largest. Trust policies: the default, which can be raised.</returns>
    public static PolicyQuota For(PolicyType type) => type switch
    {
        PolicyType.Identity => new(10_240, CountsWhiteSpace: false),
        PolicyType.Managed or PolicyType.PermissionsBoundary => new(6_144, CountsWhiteSpace: false),
        PolicyType.Session => new(2_048, CountsWhiteSpace: true),
        PolicyType.Trust => new(2_048, CountsWhiteSpace: false),
        PolicyType.ServiceControl => new(10_240, CountsWhiteSpace: true),
        PolicyType.ResourceControl => new(5_120, CountsWhiteSpace: true),
        PolicyType.VpcEndpoint => new(20_480, CountsWhiteSpace: true),
        _ => None,
    };
}
