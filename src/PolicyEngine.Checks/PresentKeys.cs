namespace PolicyEngine.Checks;

/// <summary>The condition keys that no request lacks which a policy sees.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class PresentKeys
{
    private static readonly string[] OfEveryone = ["aws:CurrentTime", "aws:EpochTime"];

    private static readonly string[] InEveryRequest =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:userid", "aws:SecureTransport", "aws:RequestedRegion",
    ];

    private static readonly string[] OfIamPrincipals =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:userid", "aws:ResourceAccount", "aws:RequestedRegion", "aws:SecureTransport",
        "aws:ViaAWSService", "aws:PrincipalIsAWSService",
    ];

    /// <summary>True for a key that is always there: most are missing from anonymous calls and from calls of services, which some types of policies see.</summary>
    internal static bool IsAlwaysThere(PolicyType type, string key) =>
        OfEveryone.Contains(key, StringComparer.OrdinalIgnoreCase) || (SeesIamPrincipalsOnly(type) && OfIamPrincipals.Contains(key, StringComparer.OrdinalIgnoreCase));

    /// <summary>True for a key that no request lacks, whatever it is on.</summary>
    internal static bool IsInEveryRequest(PolicyType type, string key) =>
        OfEveryone.Contains(key, StringComparer.OrdinalIgnoreCase) || (SeesIamPrincipalsOnly(type) && InEveryRequest.Contains(key, StringComparer.OrdinalIgnoreCase));

    /// <summary>True for the policies that apply to callers which are users and roles.</summary>
    internal static bool SeesIamPrincipalsOnly(PolicyType type) =>
        type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ScopeDown or PolicyType.ServiceControl;
}
