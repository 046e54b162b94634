namespace PolicyEngine.Cli.Cases;

/// <summary>What a case says about the caller, as it is found.</summary>
internal sealed class PrincipalDraft(int offset)
{
    internal string? Type { get; set; }

    internal string? Arn { get; set; }

    internal string? Account { get; set; }

    internal string? RoleArn { get; set; }

    internal string? IssuerArn { get; set; }

    internal string? UserId { get; set; }

    internal string? UniqueId { get; set; }

    internal string? CanonicalUserId { get; set; }

    internal string[]? Services { get; set; }

    internal string? Provider { get; set; }

    internal bool? HasPermissionsBoundary { get; set; }

    internal bool AccountIsManagement { get; set; }

    internal bool? IsServiceLinkedRole { get; set; }

    /// <summary>The caller; members that contradict each other or do not name one are a fault of the case.</summary>
    internal RequestPrincipal ToPrincipal()
    {
        RequestPrincipal caller = Identify();
        if (Type is not null && Type != NameOf(caller.Kind)) throw new CaseFormatException($"the principal is not of the type '{Type}'", offset);
        bool hasOtherAccount = Account is not null && caller.Account is not null && Account != caller.Account;
        if (hasOtherAccount) throw new CaseFormatException($"the principal is not in the account '{Account}'", offset);
        caller = caller with
        {
            UniqueId = UniqueId ?? FindUniqueId(),
            CanonicalUserId = CanonicalUserId,
            HasPermissionsBoundary = HasPermissionsBoundary,
            IsInManagementAccount = AccountIsManagement,
        };
        return IsServiceLinkedRole is { } isLinked ? caller with { IsServiceLinkedRole = isLinked } : caller;
    }

    private RequestPrincipal Identify() => (Arn, RoleArn, IssuerArn, Services, Provider) switch
    {
        ({ } arn, null, null, null, null) => FromArn(arn),
        ({ } arn, { } role, null, null, null) => RoleSession(arn, role),
        ({ } arn, null, { } issuer, null, null) => FederatedUser(arn, issuer),
        (null, { } role, null, null, null) => FromArn(role),
        (null, null, null, { } services, null) => Service(services),
        (null, null, null, null, "") => throw new CaseFormatException("an identity provider has a name", offset),
        (null, null, null, null, { } provider) => IsSaml(provider) ? RequestPrincipal.Saml(provider) : RequestPrincipal.WebIdentity(provider),
        (null, null, null, null, null) when Type == "anonymous" => RequestPrincipal.Anonymous,
        (null, null, null, null, null) when Type == "root" && Account is not null => RequestPrincipal.Root(CheckAccount(Account)),
        (null, null, null, null, null) when Type == "user" && Account is not null => RequestPrincipal.Unidentified(CallerType.User, CheckAccount(Account)),
        (null, null, null, null, null) when Type == "roleSession" && Account is not null => RequestPrincipal.Unidentified(CallerType.RoleSession, CheckAccount(Account)),
        (null, null, null, null, null) when Type == "federatedUser" && Account is not null => RequestPrincipal.Unidentified(CallerType.FederatedUser, CheckAccount(Account)),
        (null, null, null, null, null) => throw new CaseFormatException("the principal has nothing that names a caller, such as 'arn'", offset),
        _ => throw new CaseFormatException("the principal has members of different kinds of callers", offset),
    };

    private RequestPrincipal FromArn(string arn) => RequestPrincipal.TryFromArn(arn, out RequestPrincipal? caller)
        ? caller
        : throw new CaseFormatException($"'{arn}' is not the ARN of a root user, user, role, session or federated user", offset);

    private RequestPrincipal RoleSession(string session, string role)
    {
        if (RequestPrincipal.TryRoleSession(session, role, out RequestPrincipal? caller)) return caller;
        FromArn(session);
        FromArn(role);
        throw new CaseFormatException($"'{session}' is not the ARN of a session of '{role}'", offset);
    }

    private RequestPrincipal FederatedUser(string user, string issuer)
    {
        if (RequestPrincipal.TryFederatedUser(user, issuer, out RequestPrincipal? caller)) return caller;
        FromArn(user);
        FromArn(issuer);
        throw new CaseFormatException($"'{user}' is not a federated user issued by '{issuer}'", offset);
    }

    private RequestPrincipal Service(string[] names) => names.Length > 0 && names.All(static name => name.Length > 0)
        ? RequestPrincipal.Service(names)
        : throw new CaseFormatException("a service has at least one name, and none is empty", offset);

    private string CheckAccount(string account) => account.Length == 12 && account.All(char.IsAsciiDigit)
        ? account
        : throw new CaseFormatException($"'{account}' is not an account id of 12 digits", offset);

    private bool IsSaml(string provider) => Type == "saml" || provider.Contains(":saml-provider/", StringComparison.Ordinal);

    /// <summary>The unique id at the beginning of a user id, such as <c>AROA…:session</c>.</summary>
    private string? FindUniqueId()
    {
        string? id = UserId?.Split(':', 2)[0];
        bool isUnique = id is not null && (id.StartsWith("AIDA", StringComparison.Ordinal) || id.StartsWith("AROA", StringComparison.Ordinal));
        return isUnique ? id : null;
    }

    private static string NameOf(CallerType kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
