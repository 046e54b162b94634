using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>How what is undecided or unknown turns out.</summary>
internal enum UnknownsAs
{
    /// <summary>L-3: badly.</summary>
    Worst,

    /// <summary>A-91: what is unknown well, what is defective badly.</summary>
    Best,

    /// <summary>All of it well: where even this changes nothing, a decision is certain.</summary>
    Favourable,
}

/// <summary>What a reading makes of an answer.</summary>
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
