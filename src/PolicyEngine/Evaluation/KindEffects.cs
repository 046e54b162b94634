using PolicyEngine.Language;

namespace PolicyEngine.Evaluation;

/// <summary>What the policies of each kind say together, in one reading.</summary>
internal readonly struct KindEffects
{
    /// <summary>Gathers what the layers say.</summary>
    /// <param name="unknowns">How undecided matches are read.</param>
    /// <param name="tallies">One tally a layer.</param>
    /// <param name="kinds">The kind of each layer.</param>
    internal KindEffects(UnknownsAs unknowns, ReadOnlySpan<LayerEffectsByCase> tallies, PolicyType[] kinds)
    {
        PolicyTypeSet denying = default;
        PolicyTypeSet closed = default;
        LayerEffects ofResource = LayerEffects.None;
        for (int i = 0; i < kinds.Length; i++)
        {
            LayerEffects voices = tallies[i][unknowns];
            denying = denying.With(kinds[i], (voices & LayerEffects.Denies) != LayerEffects.None);
            closed = closed.With(kinds[i], (voices & ~LayerEffects.Denies) == LayerEffects.None);
            if (kinds[i] == PolicyType.Resource) ofResource |= voices;
        }

        Unknowns = unknowns;
        Denying = denying;
        Closed = closed;
        OfResource = ofResource;
    }

    /// <summary>How undecided matches are read.</summary>
    internal UnknownsAs Unknowns { get; }

    /// <summary>The kinds of which some layer denies.</summary>
    internal PolicyTypeSet Denying { get; }

    /// <summary>The kinds of which some layer does not allow.</summary>
    internal PolicyTypeSet Closed { get; }

    /// <summary>All that the resource's own policies say.</summary>
    internal LayerEffects OfResource { get; }
}
