using System.Globalization;

namespace PolicyEngine.Language;

/// <summary>An IPv4 or IPv6 address, read strictly.</summary>
/// <remarks>Immutable; <see langword="default"/> is 0.0.0.0. Equality is numeric within a family. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see>.</remarks>
/// <param name="Bits">The address as a number; an IPv4 address has 32 bits.</param>
/// <param name="IsV6">True where this is an IPv6 address.</param>
internal readonly record struct IpAddress(UInt128 Bits, bool IsV6)
{
    private static readonly UInt128 MappedPrefix = 0xFFFF_0000_0000;

    /// <summary>The number of bits of an address of this family: 32 or 128.</summary>
    public int Width => IsV6 ? 128 : 32;

    /// <summary>True where this is an IPv6 address that embeds an IPv4 one, <c>::ffff:a.b.c.d</c>.</summary>
    public bool IsMappedV4 => IsV6 && (Bits & ~(UInt128)uint.MaxValue) == MappedPrefix;

    /// <summary>The embedded IPv4 address of a mapped one; otherwise the address itself.</summary>
    public IpAddress Unmapped => IsMappedV4 ? new IpAddress(Bits & uint.MaxValue, IsV6: false) : this;

    /// <summary>The IPv6 form <c>::ffff:a.b.c.d</c> of an IPv4 address; otherwise the address itself.</summary>
    public IpAddress Mapped => IsV6 ? this : new IpAddress(Bits | MappedPrefix, IsV6: true);

    /// <summary>Reads an address.</summary>
    /// <param name="text">Four decimal octets without leading zeros, or an RFC 4291 text with any hex case, at most one
    /// <c>::</c> and an optional dotted tail; no prefix length, zone, port or blank.</param>
    /// <param name="address">The address, where the result is true.</param>
    /// <returns>True where the text is an address. Allocates nothing.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out IpAddress address)
    {
        bool isV6 = text.Contains(':');
        bool read = isV6 ? IpText.TryReadV6(text, out UInt128 bits) : IpText.TryReadV4(text, out bits);
        address = read ? new IpAddress(bits, isV6) : default;
        return read;
    }

    /// <summary>The address as a number, for debugging.</summary>
    /// <returns>Hexadecimal digits.</returns>
    public override string ToString() => Bits.ToString(IsV6 ? "X32" : "X8", CultureInfo.InvariantCulture);
}
