using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Language;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>Who sends a request: one caller of one kind, and what is known about it.</summary>
/// <remarks>Immutable. Made by the static methods; facts that only some policies ask for are added with <c>with</c>. A fact
/// that is not given is unknown: a policy entry that needs it does not match. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
public sealed record RequestPrincipal
{
    private readonly bool? isServiceLinkedRole;

    private RequestPrincipal(CallerType kind, Arn? arn, string? account, string partition = "aws")
    {
        Partition = partition;
        Kind = kind;
        Arn = arn;
        Account = account;
    }

    /// <summary>A caller who did not sign the request.</summary>
    public static RequestPrincipal Anonymous { get; } = new(CallerType.Anonymous, null, null);

    /// <summary>The kind of caller.</summary>
    public CallerType Kind { get; }

    /// <summary>The caller's own ARN: of the user, the session (<c>arn:aws:sts::…:assumed-role/…</c>), the federated user or the
    /// root user; null for other kinds, for a role session known by its role only, and for a caller who is not identified.</summary>
    public Arn? Arn { get; }

    /// <summary>The 12 digits of the caller's account; null for services, federated and anonymous callers.</summary>
    public string? Account { get; }

    /// <summary>Of a role session: the ARN of the role, path included (<c>arn:aws:iam::…:role/…</c>); null when unknown.</summary>
    public Arn? RoleArn { get; private init; }

    /// <summary>Of a federated user: the ARN of the user who called GetFederationToken; null when unknown.</summary>
    public Arn? IssuerArn { get; private init; }

    /// <summary>Of a service: all its names, plain and regional ones.</summary>
    public SyntaxList<string> ServiceNames { get; private init; } = [];

    /// <summary>Of a federated caller: the domain or ARN of the identity provider.</summary>
    public string? Provider { get; private init; }

    /// <summary>The unique id of the user (<c>AIDA…</c>), or of the role of a session (<c>AROA…</c>); null when unknown.</summary>
    public string? UniqueId { get; init; }

    /// <summary>The canonical id of the caller's account, 64 hexadecimal digits; null when unknown.</summary>
    public string? CanonicalUserId { get; init; }

    /// <summary>True where a permissions boundary is attached to the user or role; null when not told, which counts as none.</summary>
    public bool? HasPermissionsBoundary { get; init; }

    /// <summary>True where the caller's account is the management account of its organization, which service control policies do not reach; default false.</summary>
    public bool IsInManagementAccount { get; init; }

    /// <summary>True where the caller is a session of a service-linked role; when not told, the path of <see cref="RoleArn"/> tells.</summary>
    public bool IsServiceLinkedRole
    {
        get => isServiceLinkedRole ?? (RoleArn is { } role && role.Resource.StartsWith("role/aws-service-role/", StringComparison.Ordinal));
        init => isServiceLinkedRole = value;
    }

    /// <summary>How the caller got its credentials; default not told.</summary>
    public CredentialKind Credentials { get; init; }

    /// <summary>True where the caller's own ARN is known; if not, whatever a policy says about callers by name is uncertain.</summary>
    public bool IsIdentified { get; private init; } = true;

    /// <summary>The partition of the caller's ARN; <c>aws</c> when it has none.</summary>
    public string Partition { get; }

    /// <summary>A root user.</summary>
    /// <param name="account">The 12 digits of the account.</param>
    /// <param name="partition">The partition; default <c>aws</c>.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> is not 12 digits.</exception>
    public static RequestPrincipal Root(string account, string partition = "aws")
    {
        ArgumentNullException.ThrowIfNull(account);
        if (!AccountId.IsValid(account)) throw new ArgumentException($"'{account}' is not an account id of 12 digits.", nameof(account));
        return new RequestPrincipal(CallerType.Root, Arn.Parse($"arn:{partition}:iam::{account}:root"), account, partition);
    }

    /// <summary>A session of a role, with the role's full ARN, which the session ARN does not tell.</summary>
    /// <param name="sessionArn">The session ARN, <c>arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION</c>.</param>
    /// <param name="roleArn">The role ARN with its path.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException">The ARNs are not a session and its role.</exception>
    public static RequestPrincipal RoleSession(string sessionArn, string roleArn)
    {
        ArgumentNullException.ThrowIfNull(sessionArn);
        ArgumentNullException.ThrowIfNull(roleArn);
        if ((CallerCache.FindSession(sessionArn, roleArn) ?? ReadSession(sessionArn, roleArn)) is { } session) return session;
        FromArn(sessionArn);
        FromArn(roleArn);
        throw new ArgumentException($"'{sessionArn}' is not the ARN of a session of '{roleArn}'.", nameof(sessionArn));
    }

    /// <summary>A federated user whose issuer is known.</summary>
    /// <param name="arn">The ARN, <c>arn:aws:sts::ACCOUNT:federated-user/NAME</c>.</param>
    /// <param name="issuerArn">The ARN of the user who called GetFederationToken.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException">The ARNs are not those of a federated user and a user or root user of one account.</exception>
    public static RequestPrincipal FederatedUser(string arn, string issuerArn)
    {
        if (TryFederatedUser(arn, issuerArn, out RequestPrincipal? user)) return user;
        FromArn(arn);
        FromArn(issuerArn);
        throw new ArgumentException($"'{arn}' is not a federated user issued by '{issuerArn}'.", nameof(arn));
    }

    /// <summary>An AWS service.</summary>
    /// <param name="names">Its names, such as <c>s3.amazonaws.com</c>; at least one.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException">There is no name, or an empty one.</exception>
    public static RequestPrincipal Service(params ReadOnlySpan<string> names)
    {
        if (names.IsEmpty) throw new ArgumentException("A service has at least one name.", nameof(names));
        foreach (string name in names) ArgumentException.ThrowIfNullOrEmpty(name, nameof(names));
        return new RequestPrincipal(CallerType.Service, null, null) { ServiceNames = [.. names] };
    }

    /// <summary>A caller with a token of an OIDC provider, before it has a role.</summary>
    /// <param name="provider">The provider's domain, or its ARN in IAM.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    public static RequestPrincipal WebIdentity(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        return new RequestPrincipal(CallerType.WebIdentity, null, null) { Provider = provider };
    }

    /// <summary>A caller with a SAML assertion, before it has a role.</summary>
    /// <param name="provider">The provider's ARN in IAM.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is empty.</exception>
    public static RequestPrincipal Saml(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        return new RequestPrincipal(CallerType.Saml, null, null) { Provider = provider };
    }

    /// <summary>A caller of whom only the account is known, as logs of another account show it.</summary>
    /// <param name="kind">The kind of caller: a user, a role session, a federated user or a root user.</param>
    /// <param name="account">The 12 digits of the account.</param>
    /// <param name="partition">The partition; default <c>aws</c>.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> is not 12 digits, or the kind has no account.</exception>
    public static RequestPrincipal Unidentified(CallerType kind, string account, string partition = "aws")
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(partition);
        if (kind == CallerType.Root) return Root(account, partition);
        if (kind is not (CallerType.User or CallerType.RoleSession or CallerType.FederatedUser)) throw new ArgumentException($"A caller of the kind {kind} has no account.", nameof(kind));
        if (!AccountId.IsValid(account)) throw new ArgumentException($"'{account}' is not an account id of 12 digits.", nameof(account));
        return new RequestPrincipal(kind, null, account, partition) { IsIdentified = false };
    }

    /// <summary>The caller that an ARN names.</summary>
    /// <param name="arn">The ARN of a root user, a user, a role (a session of it with an unknown name), a role session or a
    /// federated user.</param>
    /// <returns>The principal.</returns>
    /// <exception cref="ArgumentException">The ARN names no caller.</exception>
    public static RequestPrincipal FromArn(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return TryFromArn(arn, out RequestPrincipal? principal)
            ? principal
            : throw new ArgumentException($"'{arn}' is not the ARN of a root user, user, role, session or federated user.", nameof(arn));
    }

    /// <summary>The caller that an ARN names, where it names one.</summary>
    /// <param name="arn">The ARN, as <see cref="FromArn"/> takes it; null names no caller.</param>
    /// <param name="principal">The principal, where the result is true.</param>
    /// <returns>True where the ARN names a caller.</returns>
    public static bool TryFromArn([NotNullWhen(true)] string? arn, [NotNullWhen(true)] out RequestPrincipal? principal)
    {
        principal = arn is null ? null : CallerCache.Find(arn) ?? Read(arn);
        return principal is not null;
    }

    /// <summary>A session with its role, where the ARNs are those of one.</summary>
    internal static bool TryRoleSession(string sessionArn, string roleArn, [NotNullWhen(true)] out RequestPrincipal? principal)
    {
        principal = CallerCache.FindSession(sessionArn, roleArn) ?? ReadSession(sessionArn, roleArn);
        return principal is not null;
    }

    private static RequestPrincipal? ReadSession(string sessionArn, string roleArn)
    {
        if (!TryFromArn(sessionArn, out RequestPrincipal? session) || !TryFromArn(roleArn, out RequestPrincipal? role)) return null;
        bool isSession = session is { Kind: CallerType.RoleSession, Arn: not null } && role is { Kind: CallerType.RoleSession, Arn: null };
        bool isItsRole = isSession && session.Account == role.Account && session.RoleName.SequenceEqual(role.RoleName);
        return isItsRole ? CallerCache.Keep(session with { RoleArn = role.RoleArn }) : null;
    }

    /// <summary>A federated user with the issuer, where the ARNs are those of one.</summary>
    internal static bool TryFederatedUser(string arn, string issuerArn, [NotNullWhen(true)] out RequestPrincipal? principal)
    {
        principal = null;
        if (!TryFromArn(arn, out RequestPrincipal? user) || !TryFromArn(issuerArn, out RequestPrincipal? issuer)) return false;
        bool fits = user.Kind == CallerType.FederatedUser && issuer.Kind is (CallerType.User or CallerType.Root) && user.Account == issuer.Account;
        if (fits) principal = user with { IssuerArn = issuer.Arn };
        return fits;
    }

    /// <summary>The name of a session's role, without its path; empty for other kinds.</summary>
    internal ReadOnlySpan<char> RoleName
    {
        get
        {
            if (Kind != CallerType.RoleSession || !IsIdentified) return default;
            if (RoleArn is { } role) return role.ResourceName;
            ReadOnlySpan<char> rest = Arn!.Resource["assumed-role/".Length..];
            return rest[..rest.IndexOf('/')];
        }
    }

    /// <summary>The caller in one line.</summary>
    /// <returns>The ARN, or the kind with its name.</returns>
    public override string ToString() => Kind switch
    {
        CallerType.Anonymous => "anonymous",
        CallerType.Service => $"service:{ServiceNames[0]}",
        CallerType.WebIdentity or CallerType.Saml => $"federated:{Provider}",
        _ when !IsIdentified => $"{Kind} of {Account}",
        _ => (Arn ?? RoleArn)!.Text,
    };

    private static RequestPrincipal? Read(string arn)
    {
        bool isRole = false;
        CallerType? kind = Arn.TryParse(arn, out Arn? parsed) ? CallerArn.Classify(parsed, out isRole) : null;
        if (kind is null) return null;
        string account = parsed!.Account.ToString();
        string partition = parsed.Partition is "aws" ? "aws" : parsed.Partition.ToString();
        return CallerCache.Keep(isRole
            ? new RequestPrincipal(CallerType.RoleSession, null, account, partition) { RoleArn = parsed }
            : new RequestPrincipal(kind.Value, parsed, account, partition));
    }
}
