using System.Runtime.CompilerServices;

namespace PolicyEngine.Matching;

/// <summary>The three-valued answer to one match question, with its reason.</summary>
/// <remarks>
/// Combined by Kleene's logic. An undecided answer keeps its causes apart: a defect (malformed or undocumented), something unknown, or both.
/// <code>
/// bit   31 … 8 │ 7 … 3 │ 2  1  0
///       reason │   0   │ U  D  T      T true, D undecided by a defect, U undecided by something unknown; no bit: false
/// </code>
/// T is never set beside D or U, so that the answers of two undecided matches are joined by one "or". One word, as it is what all matching hands on:
/// SecretPolicyBenchmarks.Compiled.</remarks>
internal readonly record struct MatchResult
{
    private const uint TrueBit = 1;
    private const uint DefectBit = 2;
    private const uint UnknownBit = 4;
    private const uint AnswerBits = 7;
    private const int ReasonShift = 8;

    private readonly uint word;

    private MatchResult(uint answer, MatchReason reason) => word = answer | ((uint)reason << ReasonShift);

    internal static MatchResult True => new(TrueBit, MatchReason.None);

    /// <summary>Depends on a context key whose value is unknown.</summary>
    internal static MatchResult UnknownKey => new(UnknownBit, MatchReason.UnknownKey);

    /// <summary>Depends on who exactly the caller is, which is unknown.</summary>
    internal static MatchResult UnknownPrincipal => new(UnknownBit, MatchReason.PrincipalUnknown);

    /// <summary>Depends on a permissions boundary of the caller, of which it is unknown whether it is attached.</summary>
    internal static MatchResult UnknownBoundary => new(UnknownBit, MatchReason.BoundaryUnknown);

    internal MatchReason Reason => (MatchReason)(word >> ReasonShift);

    internal bool IsTrue => Answer == TrueBit;

    internal bool IsFalse => Answer == 0;

    internal bool IsIndeterminate => Answer > TrueBit;

    /// <summary>True where a malformed or undocumented point is among the causes of an undecided answer.</summary>
    internal bool HasDefect => (word & DefectBit) != 0;

    /// <summary>True where something unknown is among the causes of an undecided answer.</summary>
    internal bool HasUnknown => (word & UnknownBit) != 0;

    private uint Answer => word & AnswerBits;

    internal MatchOutcome Outcome => IsTrue ? MatchOutcome.True : IsFalse ? MatchOutcome.False : MatchOutcome.Indeterminate;

    internal static MatchResult Yes(MatchReason reason) => new(TrueBit, reason);

    internal static MatchResult No(MatchReason reason) => new(0, reason);

    internal static MatchResult Undecided(MatchReason reason) => new(DefectBit, reason);

    internal static MatchResult When(bool condition, MatchReason otherwise) => condition ? True : No(otherwise);

    /// <summary>False dominates; else undecided; else true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal MatchResult And(MatchResult other)
    {
        if (IsFalse || other.IsTrue) return this;
        if (other.IsFalse || IsTrue) return other;
        return new MatchResult(Answer | other.Answer, Reason);
    }

    /// <summary>True dominates; else undecided; else false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal MatchResult Or(MatchResult other)
    {
        if (IsTrue || (other.IsFalse && !IsFalse)) return this;
        if (other.IsTrue || (IsFalse && !other.IsFalse)) return other;
        if (IsFalse) return Reason == MatchReason.None ? other : this;
        return new MatchResult(Answer | other.Answer, Reason);
    }

    /// <summary>Exchanges true and false; undecided stays.</summary>
    internal MatchResult Not() => IsIndeterminate ? this : IsTrue ? No(MatchReason.Excluded) : True;

    /// <summary>The same answer; where it is false without a reason, for this one.</summary>
    internal MatchResult OrElse(MatchReason reason) => IsFalse && Reason == MatchReason.None ? No(reason) : this;

    /// <summary>The same answer for another reason.</summary>
    internal MatchResult Because(MatchReason reason) => new(Answer, reason);

    /// <summary>Two interpretations of one thing: their common answer, or undecided.</summary>
    internal MatchResult Agree(MatchResult other, MatchReason otherwise)
    {
        if (Answer == other.Answer) return Reason == MatchReason.VariableUnresolved ? this : other;
        return new MatchResult(DefectBit | ((word | other.word) & UnknownBit), otherwise);
    }
}
