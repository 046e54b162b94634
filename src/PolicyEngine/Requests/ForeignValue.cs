namespace PolicyEngine.Requests;

/// <summary>What an unknown value of AWS's own account or organization certainly is not.</summary>
internal sealed class ForeignValue
{
    private readonly string[] accounts;

    private ForeignValue(string[] accounts, bool isOrganization)
    {
        this.accounts = accounts;
        IsOrganization = isOrganization;
    }

    /// <summary>An organization of AWS, or none: no policy names it, and the key may be absent.</summary>
    internal static ForeignValue Organization { get; } = new([], isOrganization: true);

    /// <summary>True for an organization; otherwise it is an account, and the key is present.</summary>
    internal bool IsOrganization { get; }

    /// <summary>The accounts that it is not.</summary>
    internal ReadOnlySpan<string> Accounts => accounts;

    /// <summary>An account of AWS, which is none of those that a request tells.</summary>
    internal static ForeignValue OtherThan(params ReadOnlySpan<string?> accounts)
    {
        List<string> told = [];
        foreach (string? account in accounts)
        {
            if (account is not null && !told.Contains(account)) told.Add(account);
        }

        return new ForeignValue([.. told], isOrganization: false);
    }
}
