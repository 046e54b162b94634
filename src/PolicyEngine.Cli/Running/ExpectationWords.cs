using PolicyEngine.Cli.Cases;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Running;

/// <summary>What cases expect, in one word.</summary>
internal static class ExpectationWords
{
    /// <summary>The word for what a case expects; null when it expects nothing.</summary>
    internal static string? Of(Expectation? expected) => expected switch
    {
        null => null,
        Expectation.Allowed => DecisionWords.Of(Decision.Allowed),
        Expectation.ExplicitDeny => DecisionWords.Of(Decision.ExplicitDeny),
        Expectation.ImplicitDeny => DecisionWords.Of(Decision.ImplicitDeny),
        _ => "indeterminate",
    };
}
