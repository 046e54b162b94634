using System.Numerics;

namespace PolicyEngine.Language;

/// <summary>A set of policy kinds.</summary>
/// <param name="Bits">One bit a kind.</param>
internal readonly record struct PolicyTypeSet(ushort Bits)
{
    /// <summary>The number of kinds.</summary>
    internal const int Count = 9;

    /// <summary>All kinds.</summary>
    internal static PolicyTypeSet All => new(0x1FF);

    internal bool IsEmpty => Bits == 0;

    /// <summary>The kind that a denial names when several deny; the set must not be empty.</summary>
    internal PolicyType First => (PolicyType)BitOperations.TrailingZeroCount(Bits);

    public static PolicyTypeSet operator &(PolicyTypeSet left, PolicyTypeSet right) => new((ushort)(left.Bits & right.Bits));

    public static PolicyTypeSet operator |(PolicyTypeSet left, PolicyTypeSet right) => new((ushort)(left.Bits | right.Bits));

    internal bool Has(PolicyType kind) => (Bits & (1 << (int)kind)) != 0;

    internal PolicyTypeSet Without(PolicyType kind) => new((ushort)(Bits & ~(1 << (int)kind)));

    internal PolicyTypeSet Without(PolicyTypeSet others) => new((ushort)(Bits & ~others.Bits));

    internal PolicyTypeSet With(PolicyType kind, bool added = true) => new((ushort)(Bits | ((added ? 1 : 0) << (int)kind)));
}
