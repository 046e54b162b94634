namespace PolicyEngine.Facts;

/// <summary>The form of Region names: an area, a direction and a number, such as <c>us-west-2</c>.</summary>
/// <remarks>Areas as of September 2026. AWS:
/// <see href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS Regions</see>.</remarks>
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

    private static string? PartitionOf(ReadOnlySpan<char> area) => area switch
    {
        "af" or "ap" or "ca" or "eu" or "il" or "me" or "mx" or "sa" or "us" => "aws",
        "cn" => "aws-cn",
        "us-gov" => "aws-us-gov",
        "us-iso" => "aws-iso",
        "us-isob" => "aws-iso-b",
        "eu-isoe" => "aws-iso-e",
        "us-isof" => "aws-iso-f",
        "eusc-de" => "aws-eusc",
        _ => null,
    };
}
