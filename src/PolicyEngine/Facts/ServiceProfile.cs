using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>What AWS does differently for one service.</summary>
/// <remarks>Immutable and safe for concurrent use. What no page says has no cell, and what follows then is the caller's fail-closed default.</remarks>
internal sealed class ServiceProfile
{
    private readonly string[] lines;
    private ProfileCell[]? cells;

    internal ServiceProfile(string prefix, string[] lines)
    {
        Prefix = prefix;
        this.lines = lines;
    }

    /// <summary>The prefix of the service's actions, in lower case.</summary>
    internal string Prefix { get; }

    /// <summary>The facts, in the order of the table. They are read when they are first asked for.</summary>
    internal ReadOnlySpan<ProfileCell> Cells => cells ??= Array.ConvertAll(lines, ReadCell);

    /// <summary>The name of the service; its prefix where the table has none.</summary>
    internal string Name => Find(ProfileColumns.Name)?.Value ?? Prefix;

    /// <summary>True where VPC endpoints of type gateway carry calls of the service.</summary>
    internal bool HasGatewayEndpoint => HasWord(ProfileColumns.Endpoint, "gateway");

    /// <summary>True where a page says that the service refuses statements with the same Sid.</summary>
    internal bool RefusesEqualSids => HasWord(ProfileColumns.Sid, "unique");

    /// <summary>The first fact of a column; null where there is none.</summary>
    internal ProfileCell? Find(string column)
    {
        foreach (ProfileCell cell in Cells)
        {
            if (cell.Column == column) return cell;
        }

        return null;
    }

    /// <summary>True where an action is one of the service.</summary>
    /// <param name="action">The name of the action. Letter case is ignored.</param>
    internal bool IsOf(string action) =>
        action.Length > Prefix.Length && action[Prefix.Length] == ':' && action.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a condition key of the service follows from; null where no page says.</summary>
    /// <param name="key">The name of the key. Letter case is ignored.</param>
    internal string? FindDerivation(string key)
    {
        foreach (ProfileCell cell in Cells)
        {
            if (cell.Column == ProfileColumns.DerivedKey && ConditionKey.NameComparer.Equals(cell.Words[0], key)) return cell.Words[1];
        }

        return null;
    }

    /// <summary>The Region that <c>aws:RequestedRegion</c> holds for calls of a global service; null for regional services, and where it is unknown.</summary>
    /// <param name="partition">The partition of the caller.</param>
    internal string? FindControlRegion(string partition)
    {
        if (Find(ProfileColumns.Region) is not { } cell) return null;
        foreach (string word in cell.Words)
        {
            if (word.Length > partition.Length && word[partition.Length] == '=' && word.StartsWith(partition, StringComparison.Ordinal)) return word[(partition.Length + 1)..];
        }

        return null;
    }

    /// <summary>The text that <c>aws:RequestedRegion</c> holds for resources without a Region; null where it is unknown.</summary>
    /// <param name="service">The service in the ARN of the resource.</param>
    internal string? FindGlobalResourceRegion(ReadOnlySpan<char> service) => service.SequenceEqual(Prefix) ? Find(ProfileColumns.GlobalResourceRegion)?.Value : null;

    /// <summary>True where calls of an action have no <c>aws:ResourceAccount</c>, and no key of the organization of the resource either.</summary>
    /// <param name="name">The name of the action without the prefix. Letter case is ignored.</param>
    /// <param name="isAcross">True where another account than the caller's owns the resource.</param>
    internal bool LacksResourceAccount(ReadOnlySpan<char> name, bool isAcross)
    {
        foreach (ProfileCell cell in Cells)
        {
            bool counts = cell.Column == ProfileColumns.NoResourceAccount || (isAcross && cell.Column == ProfileColumns.NoResourceAccountAcross);
            if (counts && Names(cell.Words, name)) return true;
        }

        return false;
    }

    /// <summary>The fact that a pattern names actions without an existing resource, and no others; null where it may name others.</summary>
    /// <param name="pattern">The name in a pattern of actions, which may hold wildcards. Letter case is ignored.</param>
    internal ProfileCell? FindNoExistingResource(ReadOnlySpan<char> pattern)
    {
        if (Find(ProfileColumns.NoExistingResource) is not { } cell || !IsNamed(pattern, cell.Words)) return null;
        if (!pattern.ContainsAny('*', '?')) return cell;
        return Find(ProfileColumns.ExistingResource) is { } others && !IsNamed(pattern, others.Words) ? cell : null;
    }

    /// <summary>The fact that refuses an action to callers of other accounts, whatever policies say; null where there is none.</summary>
    /// <param name="name">The name of the action without the prefix. Letter case is ignored.</param>
    internal ProfileCell? FindLimitAcrossAccounts(ReadOnlySpan<char> name)
    {
        ProfileCell? complete = null;
        bool isOpen = false;
        foreach (ProfileCell cell in Cells)
        {
            if (cell.Column == ProfileColumns.OwnAccountOnly && Names(cell.Words, name)) return cell;
            if (cell.Column != ProfileColumns.CrossAccountOnlyThese) continue;
            complete = cell;
            isOpen |= Names(cell.Words, name);
        }

        return isOpen ? null : complete;
    }

    /// <summary>What the service demands of Resource in a statement of a resource policy; null where no page says.</summary>
    /// <remarks>A row of single actions goes before the row of the service.</remarks>
    /// <param name="actions">The names in the actions of the statement, without the prefix; empty where they are unknown.</param>
    internal ProfileCell? FindResourceRule(string[] actions)
    {
        ProfileCell? general = null;
        foreach (ProfileCell cell in Cells)
        {
            if (cell.Column != ProfileColumns.Resource) continue;
            if (cell.Words.Length > 2)
            {
                if (actions.Length > 0 && Array.TrueForAll(actions, name => Names(cell.Words.AsSpan(2), name))) return cell;
            }
            else
            {
                general ??= cell;
            }
        }

        return general;
    }

    private bool HasWord(string column, string word) => Find(column) is { } cell && Array.IndexOf(cell.Words, word) >= 0;

    private static bool Names(ReadOnlySpan<string> patterns, ReadOnlySpan<char> name)
    {
        foreach (string pattern in patterns)
        {
            if (NameWildcard.IsMatch(pattern, name)) return true;
        }

        return false;
    }

    /// <summary>True where a pattern matches any of the names.</summary>
    private static bool IsNamed(ReadOnlySpan<char> pattern, string[] names)
    {
        foreach (string name in names)
        {
            if (NameWildcard.IsMatch(pattern, name)) return true;
        }

        return false;
    }

    private static ProfileCell ReadCell(string line)
    {
        string[] fields = line.Split('\t');
        return new ProfileCell(fields[1], fields[2], fields[3], fields[4]);
    }
}
