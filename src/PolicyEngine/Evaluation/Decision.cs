namespace PolicyEngine;

/// <summary>What policies decide about a request.</summary>
/// <remarks>The default value denies. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
public enum Decision
{
    /// <summary>Nothing allows, and nothing denies: denied.</summary>
    ImplicitDeny = 0,

    /// <summary>Something allows, and nothing denies.</summary>
    Allowed = 1,

    /// <summary>Something denies, whatever allows.</summary>
    ExplicitDeny = 2,
}
