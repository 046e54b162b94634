using PolicyEngine.Syntax;

namespace PolicyEngine.Suggestions;

/// <summary>Where policies are attached in a set: a kind, and a level of it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Level">The place of the level among those of the kind.</param>
/// <param name="IsSupporting">True for the access point that supports one of Object Lambda.</param>
/// <param name="DocumentType">What a document there is attached to.</param>
internal readonly record struct AttachmentPlace(PolicyType Kind, int Level, bool IsSupporting, PolicyType DocumentType)
{
    /// <summary>The documents there; none where nothing is attached.</summary>
    internal IEnumerable<PolicyDocument> DocumentsOf(PolicySet set) => LevelsOf(set) is { Length: > 0 } levels ? levels[Level].Documents : [];

    /// <summary>The set with other documents there.</summary>
    internal PolicySet Put(PolicySet set, ReadOnlySpan<PolicyDocument> documents)
    {
        PolicyLevel[] levels = LevelsOf(set);
        if (levels.Length == 0) return Put(set, AttachedPolicies.Of(documents));
        levels[Level] = new PolicyLevel(levels[Level].Name, documents);
        return Put(set, AttachedPolicies.OfLevels(levels));
    }

    private PolicyLevel[] LevelsOf(PolicySet set) => [.. (IsSupporting ? set.AccessPoint.Supporting!.Policies : set[Kind]).Levels];

    private PolicySet Put(PolicySet set, AttachedPolicies policies) => IsSupporting
        ? set with { AccessPoint = set.AccessPoint with { Supporting = set.AccessPoint.Supporting! with { Policies = policies } } }
        : set.With(Kind, policies);
}
