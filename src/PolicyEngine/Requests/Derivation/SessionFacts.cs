namespace PolicyEngine.Requests.Derivation;

/// <summary>What is known of the credentials of a caller beside who it is; null where it is not told.</summary>
internal sealed record SessionFacts
{
    /// <summary>Nothing.</summary>
    internal static SessionFacts None { get; } = new();

    /// <summary>The value of <c>aws:userid</c>; null where it is that of the caller's unique id.</summary>
    internal string? UserId { get; init; }

    /// <summary>The name of a user whose ARN is not known.</summary>
    internal string? UserName { get; init; }

    /// <summary>True where the credentials are temporary, where the kind of caller does not tell.</summary>
    internal bool? IsTemporary { get; init; }

    /// <summary>When temporary credentials were issued, as condition keys have it.</summary>
    internal string? IssuedAt { get; init; }

    /// <summary>True where temporary credentials were got with a second factor.</summary>
    internal bool? HasMfa { get; init; }

    /// <summary>The seconds since the second factor was used, as a number.</summary>
    internal string? MfaAge { get; init; }

    /// <summary>The source identity.</summary>
    internal string? SourceIdentity { get; init; }

    /// <summary>The identity provider behind a role session.</summary>
    internal string? FederatedProvider { get; init; }

    /// <summary>True where the session was made by sts:AssumeRoot.</summary>
    internal bool? IsAssumedRoot { get; init; }

    /// <summary>True where the kind of caller is a guess.</summary>
    internal bool IsKindGuessed { get; init; }
}
