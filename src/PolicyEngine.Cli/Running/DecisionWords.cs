using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Decisions in one word, as cases and results name them.</summary>
internal static class DecisionWords
{
    /// <summary>The word for a decision.</summary>
    internal static string Of(Decision decision) => decision switch
    {
        Decision.Allowed => "allowed",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };

    /// <summary>The word for what the policy of a resource grants.</summary>
    internal static string Of(ResourceGrant grant) => grant switch
    {
        ResourceGrant.None => "none",
        ResourceGrant.ToAccount => "delegation",
        ResourceGrant.ToSessionIssuer => "entity",
        _ => "direct",
    };

    /// <summary>The word for what a case expects; null when it expects nothing.</summary>
    internal static string? Of(Expectation? expected) => expected switch
    {
        null => null,
        Expectation.Allowed => Of(Decision.Allowed),
        Expectation.ExplicitDeny => Of(Decision.ExplicitDeny),
        Expectation.ImplicitDeny => Of(Decision.ImplicitDeny),
        _ => "indeterminate",
    };
}
