using PolicyEngine.Language;

namespace PolicyEngine.Requests;

/// <summary>Tells what kind of caller an ARN names. Names are data: whatever characters they hold, they are taken as they are.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</see>.</remarks>
internal static class CallerArn
{
    /// <summary>The kind of caller; <paramref name="isRole"/> for the ARN of a role, whose sessions are the callers. Null when the ARN names none.</summary>
    internal static CallerType? Classify(Arn arn, out bool isRole)
    {
        ReadOnlySpan<char> resource = arn.Resource;
        int slash = resource.IndexOf('/');
        ReadOnlySpan<char> kind = slash < 0 ? resource : resource[..slash];
        ReadOnlySpan<char> name = slash < 0 ? default : resource[(slash + 1)..];
        bool isNamed = name.Length > 0 && name[^1] != '/';
        bool isIam = arn.Service is "iam";
        isRole = false;
        if (!arn.Region.IsEmpty || (arn.Service is not "sts" && !isIam)) return null;
        if (isIam && kind is "user" && isNamed && arn.Account is "cloudfront") return CallerType.User;
        if (!AccountId.IsValid(arn.Account)) return null;
        if (!isIam) return ClassifySession(kind, name, isNamed);
        isRole = kind is "role" && isNamed;
        return kind switch
        {
            "root" when slash < 0 => CallerType.Root,
            "user" when isNamed => CallerType.User,
            "role" when isNamed => CallerType.RoleSession,
            _ => null,
        };
    }

    private static CallerType? ClassifySession(ReadOnlySpan<char> kind, ReadOnlySpan<char> name, bool isNamed) => kind switch
    {
        "assumed-role" when isNamed && name.IndexOf('/') > 0 => CallerType.RoleSession,
        "federated-user" when isNamed => CallerType.FederatedUser,
        _ => null,
    };
}
