using System.Numerics;

namespace PolicyEngine.Language;

/// <summary>A set of policy kinds.</summary>
/// <param name="Bits">One bit a kind.</param>
internal readonly record struct PolicyKindSet(byte Bits)
{
    /// <summary>The number of kinds.</summary>
    internal const int Count = 7;

    /// <summary>All kinds.</summary>
    internal static PolicyKindSet All => new(0x7F);

    internal bool IsEmpty => Bits == 0;

    /// <summary>The kind that a denial names when several deny; the set must not be empty.</summary>
    internal PolicyKind First => (PolicyKind)BitOperations.TrailingZeroCount(Bits);

    public static PolicyKindSet operator &(PolicyKindSet left, PolicyKindSet right) => new((byte)(left.Bits & right.Bits));

    public static PolicyKindSet operator |(PolicyKindSet left, PolicyKindSet right) => new((byte)(left.Bits | right.Bits));

    internal bool Has(PolicyKind kind) => (Bits & (1 << (int)kind)) != 0;

    internal PolicyKindSet Without(PolicyKind kind) => new((byte)(Bits & ~(1 << (int)kind)));

    internal PolicyKindSet Without(PolicyKindSet others) => new((byte)(Bits & ~others.Bits));

    internal PolicyKindSet With(PolicyKind kind, bool added = true) => new((byte)(Bits | ((added ? 1 : 0) << (int)kind)));
}
