namespace PolicyEngine.Tests.Checks;

/// <content>What statements and documents grant, and to whom.</content>
internal static partial class RuleCases
{
    private static IEnumerable<RuleCase> OfMeaning =>
    [
    ];
}
