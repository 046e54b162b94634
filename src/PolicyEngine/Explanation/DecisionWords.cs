namespace PolicyEngine.Explanation;

/// <summary>The words of the JSON contract for decisions, grants and outcomes.</summary>
internal static class DecisionWords
{
    internal static string Of(Decision decision) => decision switch
    {
        Decision.Allowed => "allowed",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };

    internal static string Of(ResourceGrant grant) => grant switch
    {
        ResourceGrant.None => "none",
        ResourceGrant.ToAccount => "delegation",
        ResourceGrant.ToSessionIssuer => "entity",
        _ => "direct",
    };

    internal static string Of(LayerOutcome outcome) => outcome switch
    {
        LayerOutcome.NotAttached => "notAttached",
        LayerOutcome.NotApplicable => "notApplicable",
        LayerOutcome.Unknown => "unknown",
        LayerOutcome.Allows => "allows",
        LayerOutcome.Denies => "denies",
        _ => "noMatch",
    };

    internal static string Of(MatchOutcome outcome) => outcome switch
    {
        MatchOutcome.True => "true",
        MatchOutcome.False => "false",
        _ => "indeterminate",
    };
}
