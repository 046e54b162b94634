namespace PolicyEngine.Tests.Checks;

/// <summary>A firing text and a near miss for each kind of finding of the rules, <c>PE6…</c>.</summary>
internal static partial class RuleCases
{
    internal static IReadOnlyList<RuleCase> All { get; } = [.. OfElements, .. OfNames, .. OfMeaning, .. OfOurs, .. OfSets];
}
