using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>What a record tells about the credentials of its caller.</summary>
internal static class RecordedCredentials
{
    internal static SessionFacts Of(CloudTrailIdentity identity, RequestPrincipal principal) => new()
    {
        UserId = UserIdOf(identity, principal),
        UserName = identity.UserName,
        IsTemporary = IsTemporary(identity),
        IssuedAt = RecordedCall.NormalizeTime(identity.CreationDate),
        HasMfa = identity.IsMfaAuthenticated,
        SourceIdentity = identity.SourceIdentity,
        FederatedProvider = identity.FederatedProvider,
        IsAssumedRoot = identity.IsAssumedRoot,
    };

    /// <summary>Writes the keys of a session that the record shows itself.</summary>
    internal static void WriteShown(KeyKnowledge keys, CloudTrailIdentity identity)
    {
        if (identity.Ec2RoleDelivery is { } delivery) keys.Set("ec2:RoleDelivery", delivery);
        if (identity.SignInSessionArn is { } session) keys.Set("aws:SignInSessionArn", session);
    }

    /// <summary>True if the credentials are temporary; null when the record does not tell.</summary>
    internal static bool? IsTemporary(CloudTrailIdentity identity)
    {
        string key = identity.AccessKeyId ?? "";
        if (key.StartsWith("AKIA", StringComparison.Ordinal)) return false;
        return key.StartsWith("ASIA", StringComparison.Ordinal) || identity.CreationDate is not null ? true : null;
    }

    private static string? UserIdOf(CloudTrailIdentity identity, RequestPrincipal principal)
    {
        if (principal.Kind == CallerType.Root) return principal.Account;
        if (principal.Kind != CallerType.RoleSession) return identity.PrincipalId;

        // AWS: the user id of a session has the name of the session after a colon; the id of a role alone is none.
        return identity.PrincipalId?.Contains(':', StringComparison.Ordinal) == true ? identity.PrincipalId : null;
    }
}
