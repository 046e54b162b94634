using PolicyEngine.Language;

namespace PolicyEngine.Evaluation;

/// <summary>The effects of the policies of each kind together, for one way in which unknowns count.</summary>
internal readonly struct KindEffects
{
    /// <summary>Combines the effects of the layers of each kind.</summary>
    /// <param name="unknowns">How unknowns count.</param>
    /// <param name="layers">The effects of each layer.</param>
    /// <param name="kinds">The kind of each layer.</param>
    internal KindEffects(UnknownsAs unknowns, ReadOnlySpan<LayerEffectsByCase> layers, PolicyType[] kinds)
    {
        PolicyTypeSet denying = default;
        PolicyTypeSet notAllowing = default;
        LayerEffects ofResource = LayerEffects.None;
        for (int i = 0; i < kinds.Length; i++)
        {
            LayerEffects effects = layers[i][unknowns];
            denying = denying.With(kinds[i], (effects & LayerEffects.Denies) != LayerEffects.None);
            notAllowing = notAllowing.With(kinds[i], (effects & ~LayerEffects.Denies) == LayerEffects.None);
            if (kinds[i] is PolicyType.Resource or PolicyType.AccessPoint) ofResource |= effects;
        }

        Unknowns = unknowns;
        Denying = denying;
        NotAllowing = notAllowing;
        OfResource = ofResource;
    }

    /// <summary>How unknowns count.</summary>
    internal UnknownsAs Unknowns { get; }

    /// <summary>The kinds of which some layer denies.</summary>
    internal PolicyTypeSet Denying { get; }

    /// <summary>The kinds of which some layer does not allow.</summary>
    internal PolicyTypeSet NotAllowing { get; }

    /// <summary>The effects of the resource's own policies; no request has those of an access point and others.</summary>
    internal LayerEffects OfResource { get; }
}
