namespace PolicyEngine.Cli.Cases;

/// <summary>The organizations of accounts, as the command line tells them: <c>ID[/PATH]=ACCOUNT[,ACCOUNT…]</c>.</summary>
internal sealed class AccountOrganizations
{
    private const string NoOrganization = "none";
    private readonly Dictionary<string, AccountOrganization> accounts = new(StringComparer.Ordinal);

    /// <summary>True where nothing is told.</summary>
    internal bool IsEmpty => accounts.Count == 0;

    /// <summary>The organization of an account; null where nothing is told of it.</summary>
    internal AccountOrganization? Find(string? account) => account is not null && accounts.TryGetValue(account, out AccountOrganization? own) ? own : null;

    /// <summary>Adds what one text tells.</summary>
    /// <exception cref="CaseFormatException">The text says nothing of an organization, or contradicts another one.</exception>
    internal void Add(string text)
    {
        int equals = text.LastIndexOf('=');
        if (equals <= 0) throw new CaseFormatException($"'{text}' is not ID[/PATH]=ACCOUNT[,ACCOUNT…], nor none=ACCOUNT");
        AccountOrganization organization = Read(text[..equals]);
        foreach (string account in text[(equals + 1)..].Split(','))
        {
            bool isAccount = account.Length == 12 && account.All(char.IsAsciiDigit);
            if (!isAccount) throw new CaseFormatException($"'{account}' is not the 12 digits of an account");
            bool isOther = accounts.TryGetValue(account, out AccountOrganization? other) && other != organization;
            if (isOther) throw new CaseFormatException($"the account '{account}' is in one organization, at one path");
            accounts[account] = organization;
        }
    }

    private static AccountOrganization Read(string text)
    {
        if (text == NoOrganization) return AccountOrganization.None;
        string id = text.Split('/', 2)[0];
        bool isId = id.StartsWith("o-", StringComparison.Ordinal) && id.Length > 2 && id.AsSpan(2).IndexOfAnyExcept(LettersAndDigits) < 0;
        if (!isId) throw new CaseFormatException($"'{id}' is not the id of an organization, such as o-a1b2c3d4e5");
        if (id.Length == text.Length) return new AccountOrganization(id);
        return new AccountOrganization(id, text.EndsWith('/') ? text : $"{text}/");
    }

    private static System.Buffers.SearchValues<char> LettersAndDigits { get; } = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
}
