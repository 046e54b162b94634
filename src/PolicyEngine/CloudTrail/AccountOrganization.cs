namespace PolicyEngine.CloudTrail;

/// <summary>The place of an account in an organization.</summary>
/// <remarks>Immutable. AWS page: <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_introduction.html">What is AWS Organizations?</see>.</remarks>
public sealed record AccountOrganization
{
    /// <summary>The account is in no organization.</summary>
    public static AccountOrganization None { get; } = new();

    /// <summary>The id of the organization, such as <c>o-a1b2c3d4e5</c>; null when the account is in none.</summary>
    public string? Id { get; init; }

    /// <summary>The path of the account, such as <c>o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/</c>; null when not known.</summary>
    public string? Path { get; init; }
}
