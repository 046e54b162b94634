using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>Resources that belong to AWS, as their names tell.</summary>
/// <remarks>AWS: <see href="https://github.com/aws-samples/data-perimeter-policy-examples/blob/main/service_owned_resources.md">service-owned resources</see>.</remarks>
internal static class AwsOwnedNames
{
    private static readonly Lazy<Dictionary<string, AwsOwnedName[]>> Rows = new(static () => FactTable.ReadRows("AwsOwnedNames").Select(static row => new AwsOwnedName(row))
        .GroupBy(static name => name.Service, StringComparer.Ordinal).ToDictionary(static names => names.Key, static names => names.ToArray(), StringComparer.Ordinal));

    /// <summary>All forms of names.</summary>
    internal static IEnumerable<AwsOwnedName> All => Rows.Value.Values.SelectMany(static names => names);

    /// <summary>The form of names that AWS owns to which an ARN belongs; null where there is none.</summary>
    /// <param name="arn">The ARN of a resource.</param>
    internal static AwsOwnedName? Find(string arn)
    {
        if (!ArnParts.TrySplit(arn, out ArnParts parts) || parts.Of(arn, 0) is not "arn") return null;
        if (!Rows.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(parts.Of(arn, 2), out AwsOwnedName[]? names)) return null;
        foreach (AwsOwnedName name in names)
        {
            if (name.Holds(arn, parts)) return name;
        }

        return null;
    }
}
