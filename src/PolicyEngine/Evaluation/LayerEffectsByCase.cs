using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>What the statements of one layer say together.</summary>
[Flags]
internal enum LayerEffects : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A Deny applies.</summary>
    Denies = 1,

    /// <summary>An Allow applies that names the account of the caller, or is in a policy without principals.</summary>
    Allows = 2,

    /// <summary>An Allow applies that names the entity behind the caller.</summary>
    AllowsEntity = 4,

    /// <summary>An Allow applies that names the caller, or everyone.</summary>
    AllowsDirectly = 8,
}

/// <summary>Gathers what the statements of one layer say, in each reading of what is undecided.</summary>
internal struct LayerEffectsByCase
{
    private const int VoiceBits = 4;
    private const uint EveryReading = 0x111;

    /// <summary>Four bits a reading.</summary>
    private uint voices;

    internal readonly LayerEffects this[UnknownsAs unknowns] => (LayerEffects)((voices >> (VoiceBits * (int)unknowns)) & 0xF);

    /// <summary>Adds an Allow that applies in every reading and names everyone. One of a policy without principals says the same, as only
    /// those of resources tell grants apart, and they name principals.</summary>
    internal void AddCertainAllow() => voices |= EveryReading * (uint)LayerEffects.AllowsDirectly;

    /// <summary>Adds a statement that matches, or may match.</summary>
    internal void Add(bool denies, StatementMatch match, CallerType caller)
    {
        if (match.IsCertain) voices |= EveryReading * (uint)(denies ? LayerEffects.Denies : VoiceOf(match.Principal.Certain, caller));
        else if (denies) AddDeny(match.Result);
        else AddAllow(match.Result, match.Principal, caller);
    }

    /// <summary>Whether no further Allow can add anything: one is enough but for a resource's policy, where the best grant counts.</summary>
    internal readonly bool HasEveryAllow(PolicyType kind) =>
        (this[UnknownsAs.Worst] & (kind == PolicyType.Resource ? LayerEffects.AllowsDirectly : ~LayerEffects.Denies)) != LayerEffects.None;

    private void AddDeny(MatchResult match)
    {
        if (!match.IsFalse) Add(UnknownsAs.Worst, LayerEffects.Denies);
        if (match.IsTrue || (match.IsIndeterminate && !match.HasUnknown)) Add(UnknownsAs.Best, LayerEffects.Denies);
        if (match.IsTrue) Add(UnknownsAs.BestIncludingDefects, LayerEffects.Denies);
    }

    private void AddAllow(MatchResult match, PrincipalMatch principal, CallerType caller)
    {
        if (match.IsTrue) Add(UnknownsAs.Worst, VoiceOf(principal.Certain, caller));
        if (match.IsTrue || (match.IsIndeterminate && !match.HasDefect)) Add(UnknownsAs.Best, VoiceOf(principal.Certain | principal.Unknown, caller));
        if (!match.IsFalse) Add(UnknownsAs.BestIncludingDefects, VoiceOf(principal.Certain | principal.Unknown | principal.Defective, caller));
    }

    private void Add(UnknownsAs unknowns, LayerEffects said) => voices |= (uint)said << (VoiceBits * (int)unknowns);

    /// <summary>What an Allow says whose principals matched in such ways.</summary>
    private static LayerEffects VoiceOf(PrincipalMatchKinds kinds, CallerType caller)
    {
        const PrincipalMatchKinds direct = PrincipalMatchKinds.Everyone | PrincipalMatchKinds.AnyAws | PrincipalMatchKinds.Session |
            PrincipalMatchKinds.FederatedUser | PrincipalMatchKinds.Service | PrincipalMatchKinds.Federated;
        const PrincipalMatchKinds user = PrincipalMatchKinds.User | PrincipalMatchKinds.UniqueId;
        if (kinds == PrincipalMatchKinds.None) return LayerEffects.Allows;
        bool namesUser = (kinds & user) != PrincipalMatchKinds.None;
        if ((kinds & direct) != PrincipalMatchKinds.None || (namesUser && caller == CallerType.User)) return LayerEffects.AllowsDirectly;
        return namesUser || (kinds & PrincipalMatchKinds.Role) != PrincipalMatchKinds.None ? LayerEffects.AllowsEntity : LayerEffects.Allows;
    }
}
