using System.Numerics;

namespace PolicyEngine.Language;

/// <summary>A set of policy kinds.</summary>
/// <param name="Bits">One bit a kind.</param>
internal readonly record struct PolicyTypeSet(byte Bits)
{
    /// <summary>The number of kinds.</summary>
    internal const int Count = 7;

    /// <summary>All kinds.</summary>
    internal static PolicyTypeSet All => new(0x7F);

    internal bool IsEmpty => Bits == 0;

    /// <summary>The kind that a denial names when several deny; the set must not be empty.</summary>
    internal PolicyType First => (PolicyType)BitOperations.TrailingZeroCount(Bits);

    public static PolicyTypeSet operator &(PolicyTypeSet left, PolicyTypeSet right) => new((byte)(left.Bits & right.Bits));

    public static PolicyTypeSet operator |(PolicyTypeSet left, PolicyTypeSet right) => new((byte)(left.Bits | right.Bits));

    internal bool Has(PolicyType kind) => (Bits & (1 << (int)kind)) != 0;

    internal PolicyTypeSet Without(PolicyType kind) => new((byte)(Bits & ~(1 << (int)kind)));

    internal PolicyTypeSet Without(PolicyTypeSet others) => new((byte)(Bits & ~others.Bits));

    internal PolicyTypeSet With(PolicyType kind, bool added = true) => new((byte)(Bits | ((added ? 1 : 0) << (int)kind)));
}
