using System.Globalization;
using PolicyEngine.Language;

namespace PolicyEngine.Checks;

/// <summary>Writes a range of addresses by its first one.</summary>
internal static class NetworkText
{
    /// <summary>Such as <c>203.0.113.0/24</c>; version 6 with all eight groups.</summary>
    internal static string Of(IpNetwork network)
    {
        int width = network.Address.IsV6 ? 16 : 8;
        IEnumerable<int> groups = Enumerable.Range(1, network.Address.Width / width).Select(i => (int)((network.First >> (network.Address.Width - (i * width))) & ((1u << width) - 1)));
        string address = network.Address.IsV6
            ? string.Join(':', groups.Select(static group => group.ToString("x", CultureInfo.InvariantCulture)))
            : string.Join('.', groups.Select(static group => group.ToString(CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture, $"{address}/{network.PrefixLength}");
    }
}
