using PolicyEngine.Facts;

namespace PolicyEngine.Endpoints.Hosts;

/// <summary>The DNS suffixes of partitions, and what their Regions look like.</summary>
/// <remarks>A Region is one of the prefixes, a word and a number, such as <c>us-west-2</c>; no Region of one row is one of another.</remarks>
/// <param name="Suffix">The suffix of service names and of endpoint names.</param>
/// <param name="DualStackSuffix">The suffix of names that also have IPv6 addresses.</param>
/// <param name="RegionPrefixes">How Regions begin.</param>
internal sealed record PartitionDomain(string Suffix, string DualStackSuffix, params string[] RegionPrefixes)
{
    /// <summary>All partitions; aws and aws-us-gov share their suffixes.</summary>
    internal static readonly PartitionDomain[] All =
    [
        .. Partition.All.ToArray()
            .GroupBy(static partition => (partition.Suffix, partition.DualStackSuffix))
            .Select(static group => new PartitionDomain(group.Key.Suffix, group.Key.DualStackSuffix, [.. group.SelectMany(static partition => partition.Areas).Select(static area => area + "-")])),
    ];

    /// <summary>Finds the partition of a host, and the labels before its suffix.</summary>
    internal static PartitionDomain? Find(string host, out string[] labels, out bool isDualStack)
    {
        foreach (PartitionDomain partition in All)
        {
            isDualStack = EndsWith(host, partition.DualStackSuffix);
            if (!isDualStack && !EndsWith(host, partition.Suffix)) continue;
            string suffix = isDualStack ? partition.DualStackSuffix : partition.Suffix;
            labels = host[..(host.Length - suffix.Length - 1)].Split('.');
            return partition;
        }

        labels = [];
        isDualStack = false;
        return null;
    }

    /// <summary>True if a label is a Region of any partition.</summary>
    internal static bool IsAnyRegion(string label) => Array.Exists(All, partition => partition.IsRegion(label));

    /// <summary>True if a label is a Region of this partition.</summary>
    internal bool IsRegion(ReadOnlySpan<char> label) => LengthOfRegion(label) == label.Length && !label.IsEmpty;

    /// <summary>The length of the Region with which a text begins, or 0.</summary>
    internal int LengthOfRegion(ReadOnlySpan<char> text)
    {
        foreach (string prefix in RegionPrefixes)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal)) continue;
            int word = HostLabel.CountAlphanumeric(text[prefix.Length..]);
            int number = prefix.Length + word + 1;
            if (word == 0 || number >= text.Length || text[number - 1] != '-') continue;
            int end = text[number..].IndexOfAnyExceptInRange('0', '9');
            if (end < 0) return text.Length;
            if (end > 0) return number + end;
        }

        return 0;
    }

    private static bool EndsWith(string host, string suffix) =>
        host.Length > suffix.Length && host[^(suffix.Length + 1)] == '.' && host.EndsWith(suffix, StringComparison.Ordinal);
}
