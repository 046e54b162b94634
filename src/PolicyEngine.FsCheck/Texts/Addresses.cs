using System.Globalization;

namespace PolicyEngine.FsCheck.Texts;

/// <summary>Networks around addresses, and addresses beside them.</summary>
internal static class Addresses
{
    /// <summary>A network that the address is in.</summary>
    internal static string Around(Draw draw, string address)
    {
        if (!TrySplit(address, out byte[] bytes)) return address.Contains(':', StringComparison.Ordinal) ? "::/0" : address;
        return draw.Below(4) switch
        {
            0 => $"{bytes[0]}.0.0.0/8",
            1 => $"{bytes[0]}.{bytes[1]}.0.0/16",
            2 => $"{bytes[0]}.{bytes[1]}.{bytes[2]}.0/24",
            _ => $"{address}/32",
        };
    }

    /// <summary>The next address.</summary>
    internal static string Beside(string address)
    {
        if (TrySplit(address, out byte[] bytes)) return $"{bytes[0]}.{bytes[1]}.{bytes[2]}.{(bytes[3] + 1) % 256}";
        return address == "2001:db8::8" ? "2001:db8::9" : "2001:db8::8";
    }

    /// <summary>An address in a network, or an address itself: the first one.</summary>
    internal static string First(string network) => network.Split('/')[0];

    /// <summary>An address outside a network: the one before its first, or one of another version.</summary>
    internal static string Outside(string network)
    {
        string first = First(network);
        if (!TrySplit(first, out byte[] bytes)) return "203.0.113.9";
        uint before = (((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3]) - 1;
        return network.EndsWith("/0", StringComparison.Ordinal) ? "2001:db8::9" : $"{before >> 24}.{(before >> 16) & 255}.{(before >> 8) & 255}.{before & 255}";
    }

    private static bool TrySplit(string address, out byte[] bytes)
    {
        string[] parts = address.Split('.');
        bytes = new byte[4];
        if (parts.Length != 4) return false;
        for (int i = 0; i < 4; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i])) return false;
        }

        return true;
    }
}
