using PolicyEngine.Language;

namespace PolicyEngine.Evaluation;

/// <summary>What the policies of each kind say together, in one reading.</summary>
internal readonly struct KindVoices
{
    /// <summary>Gathers what the layers say.</summary>
    /// <param name="reading">How undecided matches are read.</param>
    /// <param name="tallies">One tally a layer.</param>
    /// <param name="kinds">The kind of each layer.</param>
    internal KindVoices(Reading reading, ReadOnlySpan<LayerTally> tallies, PolicyKind[] kinds)
    {
        PolicyKindSet denying = default;
        PolicyKindSet closed = default;
        LayerVoices ofResource = LayerVoices.None;
        for (int i = 0; i < kinds.Length; i++)
        {
            LayerVoices voices = tallies[i][reading];
            denying = denying.With(kinds[i], (voices & LayerVoices.Denies) != LayerVoices.None);
            closed = closed.With(kinds[i], (voices & ~LayerVoices.Denies) == LayerVoices.None);
            if (kinds[i] == PolicyKind.Resource) ofResource |= voices;
        }

        Reading = reading;
        Denying = denying;
        Closed = closed;
        OfResource = ofResource;
    }

    /// <summary>How undecided matches are read.</summary>
    internal Reading Reading { get; }

    /// <summary>The kinds of which some layer denies.</summary>
    internal PolicyKindSet Denying { get; }

    /// <summary>The kinds of which some layer does not allow.</summary>
    internal PolicyKindSet Closed { get; }

    /// <summary>All that the resource's own policies say.</summary>
    internal LayerVoices OfResource { get; }
}
