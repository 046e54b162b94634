using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>How what is undecided or unknown turns out: badly (L-3); well what is unknown and badly what is defective; or all of it well, and
/// where even this changes nothing a decision is certain.</summary>
internal enum UnknownsAs { Worst = 0, Best = 1, Favourable = 2 }

/// <summary>What an answer counts as.</summary>
internal static class Readings
{
    /// <summary>L-3, A-91: whether a statement applies.</summary>
    internal static bool Applies(this UnknownsAs unknowns, Effect effect, Answer answer) => answer.Value ?? unknowns switch
    {
        UnknownsAs.Worst => effect == Effect.Deny,
        UnknownsAs.Best => effect == Effect.Deny ? !answer.Causes.HasFlag(Causes.UnknownKey) : answer.Causes == Causes.UnknownKey,
        _ => effect == Effect.Allow,
    };
}
