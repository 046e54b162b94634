using System.Runtime.CompilerServices;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Matching;

/// <summary>One text of a Principal or NotPrincipal element, compiled.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
internal sealed class PrincipalEntry
{
    private const int MostOnStack = 256;
    private static readonly MatchResult Differs = MatchResult.No(MatchReason.PrincipalDiffers);
    private readonly string text;
    private readonly Arn? arn;
    private readonly TextPattern? wildcard;
    private readonly PrincipalType type;

    /// <summary>Of an entry with an ARN, or of an account by its 12 digits: the account, and the partition, which these digits do not tell.</summary>
    private readonly string? account;
    private readonly string? partition;

    /// <summary>The match of a text that is no principal.</summary>
    private readonly MatchResult nobody;

    private PrincipalEntry(PrincipalType type, PrincipalFormKind form, string text, PrincipalMatchKinds kind, bool isNegated = false)
    {
        nobody = isNegated ? MatchResult.Undecided(MatchReason.Malformed) : Differs;
        Form = form;
        Kind = kind;
        this.type = type;
        this.text = text;
        if (form is PrincipalFormKind.AccountRoot or PrincipalFormKind.User or PrincipalFormKind.Role or PrincipalFormKind.Session or PrincipalFormKind.FederatedUser) arn = Arn.Parse(text);
        account = form == PrincipalFormKind.Account ? text : arn?.Account.ToString();
        partition = arn?.Partition.ToString();
        if (form == PrincipalFormKind.Wildcard) wildcard = TextPattern.Compile(text, wildcards: true, variables: false);
    }

    internal PrincipalFormKind Form { get; }

    /// <summary>The kind of entry, which decides what a match grants.</summary>
    internal PrincipalMatchKinds Kind { get; }

    /// <summary>The bare <c>"*"</c>.</summary>
    internal static PrincipalEntry Everyone { get; } = new(PrincipalType.Aws, PrincipalFormKind.AnyAws, "*", PrincipalMatchKinds.Everyone);

    /// <summary>Compiles a text.</summary>
    /// <param name="type">The type under which it stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="isNegated">True for NotPrincipal, in which a text that is no principal is undecided, so that no Allow grows by it.</param>
    internal static PrincipalEntry Create(PrincipalType type, string text, bool isNegated = false)
    {
        PrincipalFormKind form = PrincipalForm.Classify(type, text);
        return new PrincipalEntry(type, form, text, form switch
        {
            PrincipalFormKind.AnyAws => PrincipalMatchKinds.AnyAws,
            PrincipalFormKind.Account or PrincipalFormKind.AccountRoot => PrincipalMatchKinds.Account,
            PrincipalFormKind.User => PrincipalMatchKinds.User,
            PrincipalFormKind.Role => PrincipalMatchKinds.Role,
            PrincipalFormKind.Session => PrincipalMatchKinds.Session,
            PrincipalFormKind.FederatedUser => PrincipalMatchKinds.FederatedUser,
            PrincipalFormKind.UniqueId => PrincipalMatchKinds.UniqueId,
            PrincipalFormKind.Service => PrincipalMatchKinds.Service,
            PrincipalFormKind.Federated => PrincipalMatchKinds.Federated,
            PrincipalFormKind.CanonicalUser => PrincipalMatchKinds.CanonicalUser,
            _ => PrincipalMatchKinds.None,
        }, isNegated);
    }

    /// <summary>True where the entry names the caller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal MatchResult Match(RequestPrincipal caller, GatewayReading gateway)
    {
        MatchResult match = Match(caller);
        if (gateway == GatewayReading.None || Form == PrincipalFormKind.AnyAws || match.IsFalse) return match;
        bool isAccount = Kind == PrincipalMatchKinds.Account;
        if (isAccount && caller.Kind == CallerType.Root) return match;
        return isAccount && gateway == GatewayReading.AccountIsRoot ? MatchResult.No(MatchReason.GatewayAccount) : match.And(MatchResult.Undecided(MatchReason.GatewayPrincipal));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MatchResult Match(RequestPrincipal caller) => caller.IsIdentified ? MatchIdentified(caller) : MatchUnidentified(caller);

    /// <summary>A caller of whom only kind and account are known may be any principal of that kind in the account.</summary>
    private MatchResult MatchUnidentified(RequestPrincipal caller)
    {
        bool? mayBeCaller = Form switch
        {
            PrincipalFormKind.User => caller.Kind is CallerType.User or CallerType.FederatedUser,
            PrincipalFormKind.Role or PrincipalFormKind.Session => caller.Kind == CallerType.RoleSession,
            PrincipalFormKind.FederatedUser => caller.Kind == CallerType.FederatedUser,
            PrincipalFormKind.Wildcard when type == PrincipalType.Aws => true,
            PrincipalFormKind.UniqueId when caller.UniqueId is null => true,
            _ => null,
        };
        if (mayBeCaller is not { } named) return MatchIdentified(caller);
        if (!named || (arn is not null && !IsInSameAccount(caller))) return Differs;
        return Form == PrincipalFormKind.Wildcard ? MatchResult.UnknownPrincipal.And(MatchResult.Undecided(MatchReason.PrincipalWildcard)) : MatchResult.UnknownPrincipal;
    }

    /// <summary>The commonest form first (SecretPolicyBenchmarks.Compiled).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MatchResult MatchIdentified(RequestPrincipal caller) =>
        Form == PrincipalFormKind.Account ? When(caller.Account == account) : MatchByForm(caller);

    private MatchResult MatchByForm(RequestPrincipal caller) => Form switch
    {
        PrincipalFormKind.AnyAws => MatchAnyAws(caller),
        PrincipalFormKind.AccountRoot => When(IsInSameAccount(caller)),
        PrincipalFormKind.User => MatchUser(caller),
        PrincipalFormKind.Role => MatchRole(caller),
        PrincipalFormKind.Session => When(caller.Kind == CallerType.RoleSession && caller.Arn?.Text == text),
        PrincipalFormKind.FederatedUser => When(caller.Kind == CallerType.FederatedUser && caller.Arn?.Text == text),
        PrincipalFormKind.UniqueId => When(caller.UniqueId == text),
        PrincipalFormKind.Service => MatchService(caller),
        PrincipalFormKind.Federated => When(caller.Provider == text),
        PrincipalFormKind.CanonicalUser => MatchCanonicalUser(caller),
        PrincipalFormKind.Wildcard => MatchWildcard(caller),
        PrincipalFormKind.Nobody => nobody,
        PrincipalFormKind.Variable => MatchResult.Undecided(MatchReason.PrincipalVariable),
        _ => MatchResult.Undecided(MatchReason.Malformed),
    };

    /// <summary>True where the ARN of the entry is in the caller's account and partition.</summary>
    private bool IsInSameAccount(RequestPrincipal caller) => caller.Account == account && caller.Partition == partition;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static MatchResult When(bool condition) => condition ? MatchResult.True : Differs;

    private MatchResult MatchAnyAws(RequestPrincipal caller) =>
        Kind == PrincipalMatchKinds.AnyAws && caller.Kind is (CallerType.WebIdentity or CallerType.Saml)
            ? MatchResult.Undecided(MatchReason.FederatedAsAws)
            : MatchResult.True;

    private MatchResult MatchUser(RequestPrincipal caller)
    {
        if (caller.Kind == CallerType.User) return When(caller.Arn!.Text == text);
        if (caller.Kind != CallerType.FederatedUser) return Differs;
        if (caller.IssuerArn is { } issuer) return When(issuer.Text == text);
        return IsInSameAccount(caller) ? MatchResult.Undecided(MatchReason.PrincipalFactUnknown) : Differs;
    }

    private MatchResult MatchRole(RequestPrincipal caller)
    {
        if (caller.Kind != CallerType.RoleSession) return Differs;
        if (caller.RoleArn is { } role) return WhenEqual(text, role.Text);
        return IsInSameAccount(caller) ? WhenEqual(arn!.ResourceName, caller.RoleName) : Differs;
    }

    private MatchResult MatchService(RequestPrincipal caller)
    {
        MatchResult any = Differs;
        foreach (string name in caller.ServiceNames) any = any.Or(WhenEqual(text, name));
        return any;
    }

    private MatchResult MatchCanonicalUser(RequestPrincipal caller)
    {
        if (caller.Kind is not (CallerType.Root or CallerType.User or CallerType.RoleSession or CallerType.FederatedUser)) return Differs;
        return caller.CanonicalUserId is { } id ? When(id == text) : MatchResult.Undecided(MatchReason.PrincipalFactUnknown);
    }

    private MatchResult MatchWildcard(RequestPrincipal caller)
    {
        MatchResult covers = type switch
        {
            PrincipalType.Service => Differs,
            PrincipalType.Federated => Covers(caller.Provider),
            _ => Covers(caller.Arn?.Text).Or(Covers(caller.RoleArn?.Text)).Or(When(MayCoverRole(caller))),
        };
        if (type == PrincipalType.Service)
        {
            foreach (string name in caller.ServiceNames) covers = covers.Or(Covers(name));
        }

        return covers.IsFalse ? Differs : MatchResult.Undecided(MatchReason.PrincipalWildcard);
    }

    /// <summary>True where the text may cover the role of a session of which only the session is known, and so not the path of the role.</summary>
    private bool MayCoverRole(RequestPrincipal caller)
    {
        if (caller is not { Kind: CallerType.RoleSession, RoleArn: null }) return false;
        Span<char> buffer = stackalloc char[MostOnStack];
        ReadOnlySpan<char> known = buffer.TryWrite($"arn:{caller.Partition}:iam::{caller.Account}:role/", out int length)
            ? buffer[..length]
            : $"arn:{caller.Partition}:iam::{caller.Account}:role/";
        ReadOnlySpan<char> head = text.AsSpan(0, text.AsSpan().IndexOfAny('*', '?'));
        return head.StartsWith(known) || known.StartsWith(head);
    }

    private MatchResult Covers(string? own) => own is null ? Differs : wildcard!.Match(own, RequestContext.Empty);

    private static MatchResult WhenEqual(ReadOnlySpan<char> entry, ReadOnlySpan<char> own)
    {
        if (entry.SequenceEqual(own)) return MatchResult.True;
        return entry.Equals(own, StringComparison.OrdinalIgnoreCase) ? MatchResult.Undecided(MatchReason.PrincipalCaseDiffers) : Differs;
    }
}
