using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>Resources that belong to AWS, as their names tell.</summary>
/// <remarks>AWS: <see href="https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md">service-owned resources</see>.
/// Every request on a resource without an account asks, and hardly any resource is AWS's: the names of a service are found by the first character of the resource.</remarks>
internal static class AwsOwnedNames
{
    private static readonly Lazy<ImmutableArray<AwsOwnedName>> Rows = new(static () => [.. FactTable.ReadRows("AwsOwnedNames").Select(static row => new AwsOwnedName(row))]);

    private static readonly Lazy<FrozenDictionary<string, ByFirst>> Services = new(static () =>
        Rows.Value.GroupBy(static name => name.Service, StringComparer.Ordinal).ToFrozenDictionary(static names => names.Key, static names => new ByFirst([.. names]), StringComparer.Ordinal));

    /// <summary>All forms of names.</summary>
    internal static IEnumerable<AwsOwnedName> All => Rows.Value;

    /// <summary>The form of names that AWS owns to which an ARN belongs; null where there is none.</summary>
    /// <param name="arn">The ARN of a resource.</param>
    /// <param name="parts">Its parts.</param>
    internal static AwsOwnedName? Find(string arn, ArnParts parts)
    {
        if (!Services.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(parts.Of(arn, 2), out ByFirst? names) || parts.Of(arn, 0) is not "arn") return null;
        ReadOnlySpan<char> resource = parts.Of(arn, 5);
        foreach (AwsOwnedName name in names.Of(resource))
        {
            if (resource.StartsWith(name.Beginning) && name.Holds(arn, parts)) return name;
        }

        return null;
    }

    /// <summary>The forms of names of one service by the first character of the resource.</summary>
    private sealed class ByFirst
    {
        private const int Characters = 128;
        private readonly AwsOwnedName[] others;
        private readonly AwsOwnedName[]?[] names = new AwsOwnedName[]?[Characters];

        internal ByFirst(AwsOwnedName[] all)
        {
            others = [.. all.Where(static name => name.First is null)];
            foreach (char first in all.Select(static name => name.First).OfType<char>()) names[first] ??= [.. all.Where(name => name.First is null || name.First == first)];
        }

        internal ReadOnlySpan<AwsOwnedName> Of(ReadOnlySpan<char> resource) => (resource.IsEmpty || resource[0] >= Characters ? null : names[resource[0]]) ?? others;
    }
}
