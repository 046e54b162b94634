namespace PolicyEngine.Language;

/// <summary>A CIDR range of IPv4 or IPv6 addresses, or one address.</summary>
/// <remarks>Immutable; <see langword="default"/> is 0.0.0.0/0. Bits beyond the prefix are ignored. Families never contain each
/// other: <c>0.0.0.0/0</c> holds no IPv6 address. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see>.</remarks>
/// <param name="Address">The address as written.</param>
/// <param name="PrefixLength">The number of leading bits that count: 0 to 32, or 0 to 128.</param>
internal readonly record struct IpNetwork(IpAddress Address, int PrefixLength)
{
    /// <summary>True where the written address has bits beyond the prefix.</summary>
    public bool HasHostBits => (Address.Bits & ~Mask) != 0;

    /// <summary>The first address of the range as a number.</summary>
    internal UInt128 First => Address.Bits & Mask;

    /// <summary>The last address of the range as a number.</summary>
    internal UInt128 Last => Address.Bits | (~Mask & (Address.IsV6 ? UInt128.MaxValue : uint.MaxValue));

    private UInt128 Mask
    {
        get
        {
            int hostBits = Address.Width - PrefixLength;
            UInt128 host = hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
            return ~host & (Address.IsV6 ? UInt128.MaxValue : uint.MaxValue);
        }
    }

    /// <summary>Reads a range.</summary>
    /// <param name="text">An address, optionally followed by <c>/</c> and a prefix length without leading zeros; without one
    /// the range is that one address, <c>/32</c> or <c>/128</c>.</param>
    /// <param name="network">The range, where the result is true.</param>
    /// <returns>True where the text is a range. Allocates nothing.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out IpNetwork network)
    {
        network = default;
        int slash = text.IndexOf('/');
        if (!IpAddress.TryParse(slash < 0 ? text : text[..slash], out IpAddress address)) return false;
        int prefix = address.Width;
        if (slash >= 0 && !IpText.TryReadDecimal(text[(slash + 1)..], address.Width, out prefix)) return false;
        network = new IpNetwork(address, prefix);
        return true;
    }

    /// <summary>Tells whether an address lies in the range.</summary>
    /// <param name="address">The address.</param>
    /// <returns>True where it is of the same family and shares the leading bits.</returns>
    public bool Contains(IpAddress address) =>
        address.IsV6 == Address.IsV6 && ((address.Bits ^ Address.Bits) & Mask) == 0;
}
