using System.Numerics;
using PolicyEngine.Compilation;
using PolicyEngine.Language;

namespace PolicyEngine.Evaluation;

/// <summary>Tallies what the statements of each layer say.</summary>
/// <remarks>Stops at the first Deny that applies for certain and counts: nothing else can change the decision then. Passes over Allow statements of
/// a layer that has all the allow it can have.</remarks>
internal ref struct SetCollector : IStatementCollector
{
    private readonly StatementTable stack;
    private readonly CallerType caller;
    private readonly PolicyTypeSet attached;
    private readonly PolicyTypeSet denying;
    private readonly Span<LayerEffectsByCase> tallies;

    /// <summary>Makes a judge.</summary>
    /// <param name="stack">The statements.</param>
    /// <param name="caller">The kind of caller.</param>
    /// <param name="selection">The policies that take part.</param>
    /// <param name="tallies">One tally a layer.</param>
    internal SetCollector(StatementTable stack, CallerType caller, in ApplicablePolicies selection, Span<LayerEffectsByCase> tallies)
    {
        this.stack = stack;
        this.caller = caller;
        attached = selection.Attached;
        denying = selection.Denying;
        this.tallies = tallies;
    }

    /// <summary>Whether a Deny applies for certain and counts; the tallies are not complete then.</summary>
    internal bool IsDenied { get; private set; }

    /// <summary>Whether any match that was tallied is undecided.</summary>
    internal bool IsUndecided { get; private set; }

    /// <inheritdoc/>
    public readonly void TakeOpened(ulong layers)
    {
        for (; layers != 0; layers &= layers - 1)
        {
            int layer = BitOperations.TrailingZeroCount(layers);
            if (attached.Has(stack.Kinds[layer])) tallies[layer].AddCertainAllow();
        }
    }

    /// <inheritdoc/>
    public readonly ulong FindIdle(StatementMasks masks) => masks.Of(stack.KindSet.Without(attached));

    /// <inheritdoc/>
    public readonly bool Wants(int number, bool denies)
    {
        int layer = stack.LayerOf[number];
        PolicyType kind = stack.Kinds[layer];
        return attached.Has(kind) && (denies || !tallies[layer].HasEveryAllow(kind));
    }

    /// <inheritdoc/>
    public ScanState Take(int number, bool denies, StatementMatch match)
    {
        int layer = stack.LayerOf[number];
        PolicyType kind = stack.Kinds[layer];
        ref LayerEffectsByCase tally = ref tallies[layer];
        tally.Add(denies, match, caller);
        IsUndecided |= !match.IsCertain;
        if (!denies) return tally.HasEveryAllow(kind) ? ScanState.LayerSettled : ScanState.Open;
        IsDenied = match.Result.IsTrue && denying.Has(kind);
        return IsDenied ? ScanState.Settled : ScanState.Open;
    }
}
