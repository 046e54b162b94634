using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Identifies callers by the ARNs in a record; ARNs that do not fit the type of caller are passed over.</summary>
internal static class CallerArns
{
    internal static RequestPrincipal Identify(CloudTrailIdentity identity, CallerType kind, string account)
    {
        RequestPrincipal? named = Read(identity.Arn, kind, account);
        RequestPrincipal unknown = RequestPrincipal.Unidentified(kind, account, PartitionOf(identity.Arn) ?? PartitionOf(identity.IssuerArn) ?? "aws");
        return kind switch
        {
            CallerType.RoleSession => Session(identity, named, account) ?? unknown,
            CallerType.FederatedUser when named is not null => WithIssuer(named, identity.IssuerArn) ?? named,
            _ => named ?? unknown,
        };
    }

    /// <summary>The unique id of a user or role, which begins the id of a session.</summary>
    internal static string? FindUniqueId(CloudTrailIdentity identity)
    {
        foreach (string? id in (ReadOnlySpan<string?>)[identity.PrincipalId, identity.IssuerId])
        {
            string unique = id?.Split(':', 2)[0] ?? "";
            if (unique.StartsWith("AIDA", StringComparison.Ordinal) || unique.StartsWith("AROA", StringComparison.Ordinal)) return unique;
        }

        return null;
    }

    /// <summary>AWS: the ARN of a session does not tell the path of its role; that of the issuer does.</summary>
    private static RequestPrincipal? Session(CloudTrailIdentity identity, RequestPrincipal? named, string account)
    {
        RequestPrincipal? role = Read(identity.IssuerArn, CallerType.RoleSession, account);
        if (role is not { RoleArn: { } roleArn }) return named;
        if (named is { RoleArn: not null }) return named;
        string? session = named?.Arn?.Text ?? SessionArn(identity, roleArn, account);
        if (session is null) return role;
        return RequestPrincipal.TryRoleSession(session, roleArn.Text, out RequestPrincipal? caller) ? caller : named;
    }

    private static string? SessionArn(CloudTrailIdentity identity, Arn role, string account)
    {
        string[] parts = identity.PrincipalId?.Split(':', 2) ?? [];
        return parts is [_, { Length: > 0 } session] ? $"arn:{role.Partition}:sts::{account}:assumed-role/{role.ResourceName}/{session}" : null;
    }

    private static RequestPrincipal? WithIssuer(RequestPrincipal user, string? issuer) =>
        issuer is not null && RequestPrincipal.TryFederatedUser(user.Arn!.Text, issuer, out RequestPrincipal? named) ? named : null;

    private static RequestPrincipal? Read(string? arn, CallerType kind, string account) =>
        RequestPrincipal.TryFromArn(arn, out RequestPrincipal? named) && named.Kind == kind && named.Account == account ? named : null;

    private static string? PartitionOf(string? arn) => Arn.TryParse(arn ?? "", out Arn? parsed) && PartitionName.IsValid(parsed.Partition) ? parsed.Partition.ToString() : null;
}
