namespace PolicyEngine.Matching;

/// <summary>The three-valued answer to one match question, with its reason.</summary>
/// <remarks>Combined by Kleene's logic. An undecided answer keeps its causes apart: a defect (malformed or undocumented),
/// an unknown context key, or both.</remarks>
internal readonly record struct MatchResult
{
    private const byte TrueBit = 1;
    private const byte DefectBit = 2;
    private const byte UnknownBit = 4;
    private readonly byte bits;

    private MatchResult(byte bits, MatchReason reason)
    {
        this.bits = bits;
        Reason = reason;
    }

    internal static MatchResult True { get; } = new(TrueBit, MatchReason.None);

    /// <summary>Depends on a context key of which nobody knows the value.</summary>
    internal static MatchResult UnknownKey { get; } = new(UnknownBit, MatchReason.UnknownKey);

    /// <summary>Depends on who exactly the caller is, which nobody knows.</summary>
    internal static MatchResult UnknownPrincipal { get; } = new(UnknownBit, MatchReason.PrincipalUnknown);

    /// <summary>Depends on whether a permissions boundary is attached to the caller, which nobody knows.</summary>
    internal static MatchResult UnknownBoundary { get; } = new(UnknownBit, MatchReason.BoundaryUnknown);

    internal MatchReason Reason { get; }

    internal bool IsTrue => bits == TrueBit;

    internal bool IsFalse => bits == 0;

    internal bool IsIndeterminate => bits > TrueBit;

    /// <summary>Whether a malformed or undocumented point is among the causes of an undecided answer.</summary>
    internal bool HasDefect => (bits & DefectBit) != 0;

    /// <summary>Whether something unknown is among the causes of an undecided answer.</summary>
    internal bool HasUnknown => (bits & UnknownBit) != 0;

    internal MatchOutcome Outcome => IsTrue ? MatchOutcome.True : IsFalse ? MatchOutcome.False : MatchOutcome.Indeterminate;

    internal static MatchResult Yes(MatchReason reason) => new(TrueBit, reason);

    internal static MatchResult No(MatchReason reason) => new(0, reason);

    internal static MatchResult Undecided(MatchReason reason) => new(DefectBit, reason);

    internal static MatchResult When(bool condition, MatchReason otherwise) => condition ? True : No(otherwise);

    /// <summary>False dominates; else undecided; else true.</summary>
    internal MatchResult And(MatchResult other)
    {
        if (IsFalse || other.IsTrue) return this;
        if (other.IsFalse || IsTrue) return other;
        return new MatchResult((byte)(bits | other.bits), Reason);
    }

    /// <summary>True dominates; else undecided; else false.</summary>
    internal MatchResult Or(MatchResult other)
    {
        if (IsTrue || (other.IsFalse && !IsFalse)) return this;
        if (other.IsTrue || (IsFalse && !other.IsFalse)) return other;
        if (IsFalse) return Reason == MatchReason.None ? other : this;
        return new MatchResult((byte)(bits | other.bits), Reason);
    }

    /// <summary>Exchanges true and false; undecided stays.</summary>
    internal MatchResult Not() => IsIndeterminate ? this : IsTrue ? No(MatchReason.Excluded) : True;

    /// <summary>The same answer; where it is false without a reason, for this one.</summary>
    internal MatchResult OrElse(MatchReason reason) => IsFalse && Reason == MatchReason.None ? No(reason) : this;

    /// <summary>The same answer for another reason.</summary>
    internal MatchResult Because(MatchReason reason) => new(bits, reason);

    /// <summary>Two readings of one thing: their common answer, or undecided.</summary>
    internal MatchResult Agree(MatchResult other, MatchReason otherwise)
    {
        if (bits == other.bits) return Reason == MatchReason.VariableUnresolved ? this : other;
        return new MatchResult((byte)(DefectBit | ((bits | other.bits) & UnknownBit)), otherwise);
    }
}
