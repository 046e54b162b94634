using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>The effects of one layer for each way in which unknowns count.</summary>
/// <remarks>
/// <code>
/// bit   11 10  9  8 │  7  6  5  4 │  3  2  1  0
///     BestIncluding │    Best     │   Worst          the order of UnknownsAs
///       Defects     │             │
///        C  I  A  D │  C  I  A  D │  C  I  A  D      D Denies, A Allows, I AllowsSessionIssuer, C AllowsCaller
/// </code>
/// A statement that matches for certain sets its bit in all three cases by one multiplication. One word a layer keeps the effects of all layers on the
/// stack (LayerBenchmarks.Compiled).</remarks>
internal struct LayerEffectsByCase
{
    private const int BitsPerCase = 4;
    private const uint CaseBits = 0xF;
    private const uint LowestBitOfEachCase = 0x111;

    private uint bits;

    internal readonly LayerEffects this[UnknownsAs unknowns] => (LayerEffects)((bits >> (BitsPerCase * (int)unknowns)) & CaseBits);

    /// <summary>Adds an Allow that applies in every case and names everyone.</summary>
    /// <remarks>An Allow of a policy without principals counts the same: only policies of resources tell grants apart, and they name principals.</remarks>
    internal void AddCertainAllow() => bits |= LowestBitOfEachCase * (uint)LayerEffects.AllowsCaller;

    /// <summary>Adds a statement that matches, or may match.</summary>
    internal void Add(bool denies, StatementMatch match, CallerType caller)
    {
        if (match.IsCertain) bits |= LowestBitOfEachCase * (uint)(denies ? LayerEffects.Denies : EffectOf(match.Principal.Certain, caller));
        else if (denies) AddDeny(match.Result);
        else AddAllow(match.Result, match.Principal, caller);
    }

    /// <summary>True where no further Allow can add anything: one is enough but for a resource's policy, where the best grant counts.</summary>
    internal readonly bool HasBestAllow(PolicyType kind) =>
        (this[UnknownsAs.Worst] & (kind is PolicyType.Resource or PolicyType.AccessPoint ? LayerEffects.AllowsCaller : ~LayerEffects.Denies)) != LayerEffects.None;

    private void AddDeny(MatchResult match)
    {
        if (!match.IsFalse) Add(UnknownsAs.Worst, LayerEffects.Denies);
        if (match.IsTrue || (match.IsIndeterminate && !match.HasUnknown)) Add(UnknownsAs.Best, LayerEffects.Denies);
        if (match.IsTrue) Add(UnknownsAs.BestIncludingDefects, LayerEffects.Denies);
    }

    private void AddAllow(MatchResult match, PrincipalMatch principal, CallerType caller)
    {
        if (match.IsTrue) Add(UnknownsAs.Worst, EffectOf(principal.Certain, caller));
        if (match.IsTrue || (match.IsIndeterminate && !match.HasDefect)) Add(UnknownsAs.Best, EffectOf(principal.Certain | principal.Unknown, caller));
        if (!match.IsFalse) Add(UnknownsAs.BestIncludingDefects, EffectOf(principal.Certain | principal.Unknown | principal.Defective, caller));
    }

    private void Add(UnknownsAs unknowns, LayerEffects effects) => bits |= (uint)effects << (BitsPerCase * (int)unknowns);

    /// <summary>The effect of an Allow by the kinds of its principal entries that match.</summary>
    private static LayerEffects EffectOf(PrincipalMatchKinds kinds, CallerType caller)
    {
        const PrincipalMatchKinds direct = PrincipalMatchKinds.Everyone | PrincipalMatchKinds.AnyAws | PrincipalMatchKinds.Session |
            PrincipalMatchKinds.FederatedUser | PrincipalMatchKinds.Service | PrincipalMatchKinds.Federated;
        const PrincipalMatchKinds user = PrincipalMatchKinds.User | PrincipalMatchKinds.UniqueId;
        if (kinds == PrincipalMatchKinds.None) return LayerEffects.Allows;
        bool namesUser = (kinds & user) != PrincipalMatchKinds.None;
        if ((kinds & direct) != PrincipalMatchKinds.None || (namesUser && caller == CallerType.User)) return LayerEffects.AllowsCaller;
        return namesUser || (kinds & PrincipalMatchKinds.Role) != PrincipalMatchKinds.None ? LayerEffects.AllowsSessionIssuer : LayerEffects.Allows;
    }
}
