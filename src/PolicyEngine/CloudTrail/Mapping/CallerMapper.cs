using PolicyEngine.Language;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Turns the identity in a record into the caller of a request.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">CloudTrail userIdentity element</see>.</remarks>
internal static class CallerMapper
{
    internal static RecordedCaller Map(CloudTrailRecord record)
    {
        CloudTrailIdentity identity = record.UserIdentity;
        if (identity.Type is not { } type) return RecordedCaller.Unsupported("the record does not tell who called");
        return type.ToLowerInvariant() switch
        {
            "iamuser" => WithAccount(record, CallerType.User),
            "assumedrole" or "role" => WithAccount(record, CallerType.RoleSession),
            "root" => WithAccount(record, CallerType.Root),
            "federateduser" => WithAccount(record, CallerType.FederatedUser),
            "awsservice" => OfService(identity),
            "awsaccount" => OfAccount(record),
            "webidentityuser" => OfWebIdentity(identity),
            "samluser" => OfSaml(record),
            _ => RecordedCaller.Unsupported($"a caller of the type '{type}' is none that policies name"),
        };
    }

    private static RecordedCaller WithAccount(CloudTrailRecord record, CallerType kind)
    {
        CloudTrailIdentity identity = record.UserIdentity;
        if (AccountOf(identity) is not { } account) return RecordedCaller.Unsupported("the record does not tell the account of the caller");
        RequestPrincipal principal = CallerArns.Identify(identity, kind, account) with { UniqueId = CallerArns.FindUniqueId(identity), Credentials = CredentialsOf(identity, kind) };
        return new RecordedCaller { Principal = principal, Session = RecordedCredentials.Of(identity, principal) };
    }

    private static RecordedCaller OfAccount(CloudTrailRecord record)
    {
        CloudTrailIdentity identity = record.UserIdentity;
        bool isAnonymous = identity.AccountId is { } id
            && (id.Equals("ANONYMOUS_PRINCIPAL", StringComparison.OrdinalIgnoreCase) || id.Equals("anonymous", StringComparison.OrdinalIgnoreCase));
        if (isAnonymous) return new RecordedCaller { Principal = RequestPrincipal.Anonymous, Session = new SessionFacts { UserId = "anonymous" } };
        string unique = identity.PrincipalId ?? "";
        CallerType? kind = unique.StartsWith("AROA", StringComparison.Ordinal) ? CallerType.RoleSession
            : unique.StartsWith("AIDA", StringComparison.Ordinal) ? CallerType.User
            : unique.Length > 0 && unique == identity.AccountId ? CallerType.Root
            : null;
        // AWS: long-term keys belong to a user or the root user, of whom the id of the key does not tell which.
        string key = kind is null && unique.Length == 0 ? identity.AccessKeyId ?? "" : unique;
        bool isLongTerm = key.StartsWith("AKIA", StringComparison.Ordinal);
        bool isTemporary = key.StartsWith("ASIA", StringComparison.Ordinal);
        RecordedCaller caller = WithAccount(record, kind ?? (isLongTerm ? CallerType.User : CallerType.RoleSession));
        if (isLongTerm || isTemporary) caller = caller with { Session = caller.Session with { UserId = null, IsTemporary = isTemporary } };
        return kind is null ? caller with { Session = caller.Session with { IsKindGuessed = true } } : caller;
    }

    private static RecordedCaller OfService(CloudTrailIdentity identity)
    {
        bool isNamed = identity.InvokedBy is { } name && name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal);
        return isNamed
            ? new RecordedCaller { Principal = RequestPrincipal.Service(identity.InvokedBy!) }
            : RecordedCaller.Unsupported("the record does not tell which service called");
    }

    private static RecordedCaller OfWebIdentity(CloudTrailIdentity identity) => identity.IdentityProvider is { } provider
        ? new RecordedCaller { Principal = RequestPrincipal.WebIdentity(provider), Subject = identity.UserName }
        : RecordedCaller.Unsupported("the record does not tell the identity provider of the caller");

    /// <summary>AWS: the identity names the provider by a hash, the parameters of the call by its ARN.</summary>
    private static RecordedCaller OfSaml(CloudTrailRecord record)
    {
        CloudTrailIdentity identity = record.UserIdentity;
        string? named = Parameters.Text(Parameters.Of(record), "principalArn");
        string? provider = IsSamlArn(identity.IdentityProvider) || !IsSamlArn(named) ? identity.IdentityProvider : named;
        return provider is not null
            ? new RecordedCaller { Principal = RequestPrincipal.Saml(provider), Subject = identity.UserName }
            : RecordedCaller.Unsupported("the record does not tell the identity provider of the caller");
    }

    private static bool IsSamlArn(string? text) => text?.Contains(":saml-provider/", StringComparison.Ordinal) == true;

    private static string? AccountOf(CloudTrailIdentity identity)
    {
        if (AccountId.IsValid(identity.AccountId)) return identity.AccountId;
        return Arn.TryParse(identity.Arn, out Arn? arn) ? arn.AccountId : null;
    }

    /// <summary>AWS: console sessions and forwarded calls of users have temporary keys too, so that such keys do not tell of GetSessionToken.</summary>
    private static CredentialKind CredentialsOf(CloudTrailIdentity identity, CallerType kind) => kind switch
    {
        CallerType.RoleSession => CredentialKind.Role,
        CallerType.FederatedUser => CredentialKind.FederationToken,
        _ when RecordedCredentials.IsTemporary(identity) == false => CredentialKind.LongTerm,
        _ => CredentialKind.Unknown,
    };
}
