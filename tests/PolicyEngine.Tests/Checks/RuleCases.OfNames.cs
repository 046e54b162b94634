namespace PolicyEngine.Tests.Checks;

/// <content>What actions, resources, keys and values name, and what is written twice.</content>
internal static partial class RuleCases
{
    private static IEnumerable<RuleCase> OfNames =>
    [
    ];
}
