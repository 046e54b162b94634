using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Smaller sets of policies: without a kind, a level, a document or a part of one.</summary>
internal static class SetShrink
{
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];

    internal static IEnumerable<PolicySet> Of(PolicySet policies)
    {
        foreach (PolicyType kind in Kinds.Where(kind => policies[kind].IsAttached || !policies[kind].IsKnown))
        {
            yield return policies.With(kind, AttachedPolicies.None);
            foreach (AttachedPolicies smaller in Of(policies[kind])) yield return policies.With(kind, smaller);
        }
    }

    private static IEnumerable<AttachedPolicies> Of(AttachedPolicies slot)
    {
        if (slot.Levels.Count > 1)
        {
            foreach (PolicyLevel[] fewer in ListShrink.Without(slot.Levels)) yield return AttachedPolicies.OfLevels(fewer);
        }

        foreach (PolicyLevel[] smaller in ListShrink.Within(slot.Levels, static level => Of(level.Documents).Select(documents => new PolicyLevel(level.Name, documents))))
        {
            yield return AttachedPolicies.OfLevels(smaller);
        }
    }

    private static IEnumerable<PolicyDocument[]> Of(SyntaxList<PolicyDocument> documents) =>
        ListShrink.Without(documents).Concat(ListShrink.Within(documents, DocumentShrink.Of));
}
