using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The organization of an account: its id and the account's place in it.</summary>
/// <remarks>Immutable. AWS page:
/// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_getting-started_concepts.html">Terminology and concepts for AWS Organizations</see>.</remarks>
public sealed record AccountOrganization
{
    /// <summary>Makes an organization.</summary>
    /// <param name="id">The id, such as <c>o-a1b2c3d4e5</c>.</param>
    /// <param name="paths">The account's paths, such as <c>o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/</c>; none where they are not known.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public AccountOrganization(string id, params ReadOnlySpan<string> paths)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
        Paths = [.. paths];
    }

    private AccountOrganization()
    {
        Id = "";
        Paths = [];
    }

    /// <summary>The account is known to be in no organization.</summary>
    public static AccountOrganization None { get; } = new();

    /// <summary>The id; empty for <see cref="None"/>.</summary>
    public string Id { get; }

    /// <summary>The paths.</summary>
    public SyntaxList<string> Paths { get; }

    /// <summary>The id with the paths.</summary>
    /// <returns>Such as <c>o-a1b2c3d4e5 (o-a1b2c3d4e5/r-ab12/)</c>, or <c>no organization</c>.</returns>
    public override string ToString() => IsNone ? "no organization" : ShownText.Of(Paths.Count == 0 ? Id : $"{Id} ({string.Join(", ", (IEnumerable<string>)Paths)})");

    internal bool IsNone => Id.Length == 0;
}
