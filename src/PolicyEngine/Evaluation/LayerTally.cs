using PolicyEngine.Matching;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>What the statements of one layer say together.</summary>
[Flags]
internal enum LayerVoices : byte
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
internal struct LayerTally
{
    private LayerVoices pessimistic;
    private LayerVoices optimistic;
    private LayerVoices open;

    internal readonly LayerVoices this[Reading reading] => reading switch
    {
        Reading.Pessimistic => pessimistic,
        Reading.Optimistic => optimistic,
        _ => open,
    };

    /// <summary>Adds a statement that matches, or may match.</summary>
    internal void Add(Effect effect, MatchResult match, in PrincipalMatch principal, PrincipalKind caller)
    {
        if (effect == Effect.Deny) AddDeny(match);
        else AddAllow(match, principal, caller);
    }

    /// <summary>Whether no further Allow can add anything: one is enough but for a resource's policy, where the best grant counts.</summary>
    internal readonly bool HasEveryAllow(PolicyKind kind) => kind == PolicyKind.Resource
        ? (pessimistic & LayerVoices.AllowsDirectly) != LayerVoices.None
        : (pessimistic & ~LayerVoices.Denies) != LayerVoices.None;

    private void AddDeny(MatchResult match)
    {
        if (!match.IsFalse) pessimistic |= LayerVoices.Denies;
        if (match.IsTrue || (match.IsIndeterminate && !match.HasUnknown)) optimistic |= LayerVoices.Denies;
        if (match.IsTrue) open |= LayerVoices.Denies;
    }

    private void AddAllow(MatchResult match, in PrincipalMatch principal, PrincipalKind caller)
    {
        if (match.IsTrue) pessimistic |= VoiceOf(principal.Certain, caller);
        if (match.IsTrue || (match.IsIndeterminate && !match.HasDefect)) optimistic |= VoiceOf(principal.Certain | principal.Unknown, caller);
        if (!match.IsFalse) open |= VoiceOf(principal.Certain | principal.Unknown | principal.Defective, caller);
    }

    private static LayerVoices VoiceOf(PrincipalMatchKinds kinds, PrincipalKind caller)
    {
        const PrincipalMatchKinds direct = PrincipalMatchKinds.Everyone | PrincipalMatchKinds.AnyAws | PrincipalMatchKinds.Session |
            PrincipalMatchKinds.FederatedUser | PrincipalMatchKinds.Service | PrincipalMatchKinds.Federated;
        const PrincipalMatchKinds user = PrincipalMatchKinds.User | PrincipalMatchKinds.UniqueId;
        bool namesUser = (kinds & user) != PrincipalMatchKinds.None;
        if ((kinds & direct) != PrincipalMatchKinds.None || (namesUser && caller == PrincipalKind.User)) return LayerVoices.AllowsDirectly;
        return namesUser || (kinds & PrincipalMatchKinds.Role) != PrincipalMatchKinds.None ? LayerVoices.AllowsEntity : LayerVoices.Allows;
    }
}
