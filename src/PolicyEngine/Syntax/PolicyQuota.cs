namespace PolicyEngine.Syntax;

/// <summary>How long a document may be before a warning says so.</summary>
/// <remarks>Quotas are a matter of the service and change over time; they never refuse a document. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and AWS STS quotas</see>.</remarks>
public sealed class PolicyQuota
{
    /// <summary>Makes a quota.</summary>
    /// <param name="maxLength">The most characters (code points) that raise no warning.</param>
    /// <param name="countsWhiteSpace">True if blanks, tabs and line ends count.</param>
    public PolicyQuota(int maxLength, bool countsWhiteSpace)
    {
        MaxLength = maxLength;
        CountsWhiteSpace = countsWhiteSpace;
    }

    /// <summary>A quota that is never exceeded.</summary>
    public static PolicyQuota None { get; } = new(int.MaxValue, countsWhiteSpace: false);

    /// <summary>The most characters (code points) that raise no warning.</summary>
    public int MaxLength { get; }

    /// <summary>True if blanks, tabs and line ends count.</summary>
    public bool CountsWhiteSpace { get; }

    /// <summary>The documented quota of a policy type, as of 2026.</summary>
    /// <param name="type">The policy type.</param>
    /// <returns>The quota; <see cref="None"/> for resource policies, where each service has its own. Inline policies: that of
    /// roles, the largest. Trust policies: the default, which can be raised.</returns>
    public static PolicyQuota For(PolicyType type) => type switch
    {
        PolicyType.Identity => new(10_240, countsWhiteSpace: false),
        PolicyType.Managed or PolicyType.PermissionsBoundary => new(6_144, countsWhiteSpace: false),
        PolicyType.Session => new(2_048, countsWhiteSpace: true),
        PolicyType.Trust => new(2_048, countsWhiteSpace: false),
        PolicyType.ServiceControl => new(10_240, countsWhiteSpace: true),
        PolicyType.ResourceControl => new(5_120, countsWhiteSpace: true),
        PolicyType.VpcEndpoint => new(20_480, countsWhiteSpace: true),
        _ => None,
    };

    /// <summary>The quota in a few words.</summary>
    /// <returns>Such as <c>at most 6144 characters without white space</c>.</returns>
    public override string ToString() => MaxLength == int.MaxValue ? "no quota" : $"at most {MaxLength} characters {(CountsWhiteSpace ? "with" : "without")} white space";
}
