namespace PolicyEngine.Facts;

/// <summary>The table of what AWS does differently by service.</summary>
/// <remarks>Read once, when a service is first asked for. Prefixes ignore letter case.</remarks>
internal static class ServiceProfiles
{
    private static readonly Lazy<Dictionary<string, ServiceProfile>> Rows = new(Read);

    /// <summary>The profiles, by prefix.</summary>
    internal static IEnumerable<ServiceProfile> All => Rows.Value.Values;

    /// <summary>The month of the newest page in the table, such as <c>2026-10</c>.</summary>
    internal static string AsOf => All.SelectMany(static profile => profile.Cells.ToArray()).Max(static cell => cell.AsOf)!;

    /// <summary>The profile of a service; null where the table has none.</summary>
    /// <param name="prefix">The prefix of its actions.</param>
    internal static ServiceProfile? Find(ReadOnlySpan<char> prefix) =>
        Rows.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(prefix, out ServiceProfile? profile) ? profile : null;

    /// <summary>The profile of the service that a condition key is of; null where the table has none.</summary>
    /// <param name="key">The name of the key.</param>
    internal static ServiceProfile? OfKey(string key) => Find(key.AsSpan(0, Math.Max(key.IndexOf(':', StringComparison.Ordinal), 0)));

    /// <summary>The service that derives a key of its own from calls; null where none does.</summary>
    /// <param name="key">The name of the key.</param>
    internal static ServiceProfile? FindDeriver(string key) => OfKey(key) is { } profile && profile.FindDerivation(key) is not null ? profile : null;

    /// <summary>The name of a service in <c>kms:ViaService</c>; null where the table has none.</summary>
    /// <param name="service">The name of the service in <c>aws:CalledVia</c>, such as <c>s3.amazonaws.com</c>.</param>
    internal static string? FindViaService(string service)
    {
        const string suffix = ".amazonaws.com";
        if (!service.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return null;
        ReadOnlySpan<char> name = service.AsSpan(0, service.Length - suffix.Length);
        if (Find(name)?.Find(ProfileColumns.ViaService) is { } cell) return cell.Value;
        foreach (ServiceProfile profile in All)
        {
            if (profile.Find(ProfileColumns.ViaService) is { } other && name.Equals(other.Value, StringComparison.OrdinalIgnoreCase)) return other.Value;
        }

        return null;
    }

    /// <summary>True where VPC endpoints of type gateway carry calls of a service.</summary>
    /// <param name="prefix">The prefix of its actions.</param>
    internal static bool HasGatewayEndpoint(ReadOnlySpan<char> prefix) => Find(prefix) is { HasGatewayEndpoint: true };

    /// <summary>The fact that refuses an action to callers of other accounts; null where there is none.</summary>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    internal static ProfileCell? FindLimitAcrossAccounts(ReadOnlySpan<char> action)
    {
        int colon = action.IndexOf(':');
        return colon < 0 ? null : Find(action[..colon])?.FindLimitAcrossAccounts(action[(colon + 1)..]);
    }

    /// <summary>The fact that a pattern names actions that act on no existing resource, and no others; null where it may name others.</summary>
    /// <param name="pattern">The pattern, <c>service:Name</c>, with wildcards in the name only.</param>
    internal static ProfileCell? FindNoExistingResource(ReadOnlySpan<char> pattern)
    {
        int colon = pattern.IndexOf(':');
        return colon < 0 ? null : Find(pattern[..colon])?.FindNoExistingResource(pattern[(colon + 1)..]);
    }

    /// <summary>True where calls of an action have no <c>aws:ResourceAccount</c>, and no key of the organization of the resource either.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount">aws:ResourceAccount</see>.</remarks>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    /// <param name="caller">The caller's account; null where it has none.</param>
    /// <param name="owner">The account that owns the resource; null where it is unknown.</param>
    internal static bool LacksResourceAccount(ReadOnlySpan<char> action, string? caller, string? owner)
    {
        int colon = action.IndexOf(':');
        return colon >= 0 && Find(action[..colon]) is { } profile && profile.LacksResourceAccount(action[(colon + 1)..], isAcross: owner is not null && owner != caller);
    }

    private static Dictionary<string, ServiceProfile> Read()
    {
        Dictionary<string, ServiceProfile> rows = new(StringComparer.OrdinalIgnoreCase);
        List<string> lines = [];
        string prefix = "";
        foreach (ReadOnlySpan<char> line in FactTable.ReadText("ServiceProfiles").AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line[0] == '#') continue;
            ReadOnlySpan<char> service = line[..line.IndexOf('\t')];
            if (!service.SequenceEqual(prefix))
            {
                if (lines.Count > 0) rows.Add(prefix, new ServiceProfile(prefix, [.. lines]));
                lines.Clear();
                prefix = service.ToString();
            }

            lines.Add(line.ToString());
        }

        rows.Add(prefix, new ServiceProfile(prefix, [.. lines]));
        return rows;
    }
}
