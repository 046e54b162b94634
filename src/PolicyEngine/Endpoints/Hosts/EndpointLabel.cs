using System.Buffers;

namespace PolicyEngine.Endpoints.Hosts;

/// <summary>The label of a host name that names an endpoint: <c>vpce-1234a5678b9012c-12345678-us-west-2a</c>.</summary>
/// <param name="Id">The id of the endpoint.</param>
/// <param name="Zone">The Availability Zone or Local Zone; null in a regional name.</param>
internal sealed record EndpointLabel(string Id, string? Zone)
{
    private const string Prefix = "vpce-";
    private const string CustomerPrefix = "vpce-svc-";
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>True if a text is the id of an endpoint: <c>vpce-</c> and lower-case hexadecimal digits, however many.</summary>
    internal static bool IsId(ReadOnlySpan<char> text) => IsHexadecimal(text, Prefix);

    /// <summary>True if a label is the service of a customer: <c>vpce-svc-</c> and hexadecimal digits.</summary>
    internal static bool IsCustomerService(ReadOnlySpan<char> label) => IsHexadecimal(label, CustomerPrefix);

    /// <summary>The Region of the zone in a name of an endpoint, which may begin with <c>*.</c>; null where it has no zone.</summary>
    internal static string? FindZoneRegion(string name)
    {
        if (PartitionDomain.Find(name.TrimEnd('.').ToLowerInvariant(), out string[] labels, out _) is not { } partition) return null;
        foreach (string label in labels)
        {
            if (Read(label, partition) is { Zone: { } zone }) return zone[..partition.LengthOfRegion(zone)];
        }

        return null;
    }

    /// <summary>Reads a label, or answers null when it is another one.</summary>
    internal static EndpointLabel? Read(string label, PartitionDomain partition)
    {
        if (!label.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        int idEnd = label.IndexOf('-', Prefix.Length);
        if (idEnd < 0 || !IsId(label.AsSpan(0, idEnd))) return null;
        string id = label[..idEnd];
        int random = HostLabel.CountAlphanumeric(label.AsSpan(idEnd + 1));
        int end = idEnd + 1 + random;
        if (random == 0) return null;
        if (end == label.Length) return new EndpointLabel(id, Zone: null);
        string zone = label[(end + 1)..];
        return label[end] == '-' && IsZone(zone, partition) ? new EndpointLabel(id, zone) : null;
    }

    /// <summary>True if a text is a Region and something after it that ends in a letter, such as <c>us-west-2a</c> or <c>us-west-2-lax-1a</c>.</summary>
    private static bool IsZone(ReadOnlySpan<char> zone, PartitionDomain partition)
    {
        int region = partition.LengthOfRegion(zone);
        if (region == 0 || region == zone.Length || !char.IsAsciiLetterLower(zone[^1])) return false;
        ReadOnlySpan<char> rest = zone[region..];
        return rest.Length == 1 || rest[0] == '-';
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text, string prefix) =>
        text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal) && !text[prefix.Length..].ContainsAnyExcept(Hexadecimal);
}
