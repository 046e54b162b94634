using System.Numerics;
using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine.Evaluation;

/// <summary>Collects the effects of each layer of a policy set.</summary>
/// <remarks>Stops at the first Deny that applies for certain and counts: nothing else can change the decision then. Passes over Allow statements of
/// a layer that has the best Allow it can have.</remarks>
internal ref struct SetCollector : IStatementCollector
{
    private readonly StatementTable table;
    private readonly CallerType caller;
    private readonly ref readonly ApplicablePolicies applicable;
    private readonly Span<LayerEffectsByCase> layers;

    /// <summary>Makes a collector.</summary>
    /// <param name="table">The statements.</param>
    /// <param name="caller">The kind of caller.</param>
    /// <param name="applicable">The policies that take part.</param>
    /// <param name="layers">Gets the effects of each layer.</param>
    internal SetCollector(StatementTable table, CallerType caller, ref readonly ApplicablePolicies applicable, Span<LayerEffectsByCase> layers)
    {
        this.table = table;
        this.caller = caller;
        this.applicable = ref applicable;
        this.layers = layers;
    }

    /// <summary>True where a Deny applies for certain and counts; the effects are not complete then.</summary>
    internal bool IsDenied { get; private set; }

    /// <summary>True where any match that was collected is undecided.</summary>
    internal bool IsUndecided { get; private set; }

    /// <inheritdoc/>
    public readonly void AllowByAction(ulong allowed)
    {
        for (; allowed != 0; allowed &= allowed - 1)
        {
            int layer = BitOperations.TrailingZeroCount(allowed);
            if (applicable.Attached.Has(table.Kinds[layer])) layers[layer].AddCertainAllow();
        }
    }

    /// <inheritdoc/>
    public readonly ulong FindNotApplicable(StatementMasks masks) => masks.Of(table.KindSet.Without(applicable.Attached));

    /// <inheritdoc/>
    public readonly bool Needs(int number, bool denies)
    {
        int layer = table.LayerOf[number];
        PolicyType kind = table.Kinds[layer];
        return applicable.Attached.Has(kind) && (denies || !layers[layer].HasBestAllow(kind));
    }

    /// <inheritdoc/>
    public ScanState Add(int number, bool denies, StatementMatch match)
    {
        int layer = table.LayerOf[number];
        PolicyType kind = table.Kinds[layer];
        ref LayerEffectsByCase effects = ref layers[layer];
        effects.Add(denies, match, caller);
        IsUndecided |= !match.IsCertain;
        if (!denies) return effects.HasBestAllow(kind) ? ScanState.SkipAllowsOfLayer : ScanState.Continue;
        IsDenied = match.Result.IsTrue && applicable.Denying.Has(kind);
        return IsDenied ? ScanState.Stop : ScanState.Continue;
    }
}
