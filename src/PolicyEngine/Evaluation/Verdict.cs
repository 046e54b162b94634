using System.Numerics;
using PolicyEngine.Primitives;

namespace PolicyEngine.Evaluation;

/// <summary>A decision with the kinds of policies that made it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Cause">What settled it.</param>
/// <param name="Kinds">Of a denial: the kinds that deny, or whose allow is missing.</param>
internal readonly record struct Verdict(Decision Decision, DecisionCause Cause, PolicyKindSet Kinds)
{
    internal static Verdict Allowed(DecisionCause cause = DecisionCause.Policies) => new(Decision.Allowed, cause, default);

    internal static Verdict Refused(DecisionCause cause, PolicyKindSet kinds = default) => new(Decision.ImplicitDeny, cause, kinds);
}

/// <summary>A set of policy kinds.</summary>
/// <param name="Bits">One bit a kind.</param>
internal readonly record struct PolicyKindSet(byte Bits)
{
    /// <summary>All kinds.</summary>
    internal static PolicyKindSet All => new(0x7F);

    internal bool IsEmpty => Bits == 0;

    /// <summary>The kind that a denial names when several deny; the set must not be empty.</summary>
    internal PolicyKind First => (PolicyKind)BitOperations.TrailingZeroCount(Bits);

    internal bool Has(PolicyKind kind) => (Bits & (1 << (int)kind)) != 0;

    internal PolicyKindSet Without(PolicyKind kind) => new((byte)(Bits & ~(1 << (int)kind)));

    internal PolicyKindSet With(PolicyKind kind, bool added = true) => added ? new((byte)(Bits | (1 << (int)kind))) : this;
}
