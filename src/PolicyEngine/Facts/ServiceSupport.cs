using System.Collections.Frozen;
using System.Text.Json;

namespace PolicyEngine.Facts;

/// <summary>The services that support one thing, and the actions of theirs that do not.</summary>
internal sealed class ServiceSupport
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly FrozenSet<string> exempt;

    internal ServiceSupport(JsonElement json)
    {
        prefixes = ReadNames(json.GetProperty("prefixes"u8)).GetAlternateLookup<ReadOnlySpan<char>>();
        exempt = ReadNames(json.GetProperty("exemptActions"u8));
    }

    internal bool Covers(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && prefixes.Contains(action.AsSpan(0, colon)) && !exempt.Contains(action);
    }

    internal bool Exempts(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return exempt.Contains(action);
    }

    internal static FrozenSet<string> ReadNames(JsonElement json) =>
        json.EnumerateArray().Select(static name => name.GetString()!).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
