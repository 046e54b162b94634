using System.Numerics;

namespace PolicyEngine.Language;

/// <summary>A set of policy kinds.</summary>
/// <param name="Bits">One bit a kind. A whole word, as a processor waits where it reads what was written as less: LayerBenchmarks.</param>
internal readonly record struct PolicyTypeSet(uint Bits)
{
    /// <summary>The number of kinds.</summary>
    internal const int Count = 9;

    /// <summary>All kinds.</summary>
    internal static PolicyTypeSet All => new(0x1FF);

    internal bool IsEmpty => Bits == 0;

    /// <summary>The kind that a denial names when several deny; the set must not be empty.</summary>
    internal PolicyType First => (PolicyType)BitOperations.TrailingZeroCount(Bits);

    public static PolicyTypeSet operator &(PolicyTypeSet left, PolicyTypeSet right) => new(left.Bits & right.Bits);

    public static PolicyTypeSet operator |(PolicyTypeSet left, PolicyTypeSet right) => new(left.Bits | right.Bits);

    internal bool Has(PolicyType kind) => (Bits & (1U << (int)kind)) != 0;

    internal PolicyTypeSet Without(PolicyType kind) => new(Bits & ~(1U << (int)kind));

    internal PolicyTypeSet Without(PolicyTypeSet others) => new(Bits & ~others.Bits);

    internal PolicyTypeSet With(PolicyType kind, bool added = true) => new(Bits | ((added ? 1U : 0) << (int)kind));
}
