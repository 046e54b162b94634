namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>What is known about the credentials of a caller; null where nobody says.</summary>
internal sealed record RecordedSession
{
    /// <summary>The value of aws:userid.</summary>
    internal string? UserId { get; init; }

    /// <summary>The name of a user.</summary>
    internal string? UserName { get; init; }

    /// <summary>Whether the credentials are temporary.</summary>
    internal bool? IsTemporary { get; init; }

    /// <summary>When temporary credentials were issued.</summary>
    internal string? IssuedAt { get; init; }

    /// <summary>Whether temporary credentials were got with a second factor.</summary>
    internal bool? HasMfa { get; init; }

    /// <summary>The source identity.</summary>
    internal string? SourceIdentity { get; init; }

    /// <summary>The identity provider behind a session.</summary>
    internal string? FederatedProvider { get; init; }

    /// <summary>Whether the session was made by sts:AssumeRoot.</summary>
    internal bool? IsAssumedRoot { get; init; }

    /// <summary>The organization of the caller's account.</summary>
    internal string? OrganizationId { get; init; }

    /// <summary>The path of the caller's account in its organization.</summary>
    internal string? OrganizationPath { get; init; }

    /// <summary>Whether the caller's account is known to be in no organization.</summary>
    internal bool IsOutsideOrganizations { get; init; }

    /// <summary>Whether the kind of caller is a guess.</summary>
    internal bool IsKindGuessed { get; init; }
}
