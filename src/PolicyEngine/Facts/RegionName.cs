namespace PolicyEngine.Facts;

/// <summary>The form of Region names: an area, a direction and a number, such as <c>us-west-2</c>.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</see>.</remarks>
internal static class RegionName
{
    /// <summary>The partition of the Region; null when no Region can have this name.</summary>
    internal static string? FindPartition(ReadOnlySpan<char> region)
    {
        int number = region.LastIndexOf('-');
        if (number < 0 || region[(number + 1)..] is not [>= '1' and <= '9']) return null;
        int direction = region[..number].LastIndexOf('-');
        return direction >= 0 && IsDirection(region[(direction + 1)..number]) ? PartitionOf(region[..direction]) : null;
    }

    private static bool IsDirection(ReadOnlySpan<char> word) =>
        word is "north" or "south" or "east" or "west" or "central" or "northeast" or "northwest" or "southeast" or "southwest";

    private static string? PartitionOf(ReadOnlySpan<char> area)
    {
        foreach (Partition partition in Partition.All)
        {
            foreach (string known in partition.Areas)
            {
                if (area.SequenceEqual(known)) return partition.Name;
            }
        }

        return null;
    }
}
