using System.Runtime.CompilerServices;

namespace PolicyEngine.Matching;

/// <summary>The kinds of principal entries that match a caller, for certain or perhaps.</summary>
/// <remarks>
/// <code>
/// bit   63 … 48 │ 47 … 32   │ 31 … 16 │ 15 … 0
///          0    │ Defective │ Unknown │ Certain      each 16 bits: PrincipalMatchKinds
/// </code>
/// One word, as it is passed on for every statement that matches (SecretPolicyBenchmarks.Compiled).</remarks>
internal readonly record struct PrincipalMatch
{
    private const int KindBits = 16;
    private readonly ulong bits;

    private PrincipalMatch(ulong bits) => this.bits = bits;

    /// <summary>The bare <c>"*"</c> matches.</summary>
    internal static PrincipalMatch Everyone => new((ulong)PrincipalMatchKinds.Everyone);

    /// <summary>The kinds of entries that match.</summary>
    internal PrincipalMatchKinds Certain => (PrincipalMatchKinds)(ushort)bits;

    /// <summary>The kinds of entries that may match, for reasons of which something unknown is the only one.</summary>
    internal PrincipalMatchKinds Unknown => (PrincipalMatchKinds)(ushort)(bits >> KindBits);

    /// <summary>The kinds of entries that may match, for other reasons.</summary>
    internal PrincipalMatchKinds Defective => (PrincipalMatchKinds)(ushort)(bits >> (2 * KindBits));

    /// <summary>True where any entry may match without matching for certain.</summary>
    internal bool IsUndecided => bits >> KindBits != 0;

    /// <summary>The same with one more entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PrincipalMatch With(PrincipalMatchKinds kind, MatchResult match)
    {
        if (match.IsFalse) return this;
        return new PrincipalMatch(bits | ((ulong)kind << (match.IsTrue ? 0 : match.HasDefect ? 2 * KindBits : KindBits)));
    }
}
