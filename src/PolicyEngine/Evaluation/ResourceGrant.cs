namespace PolicyEngine;

/// <summary>What an Allow of a resource's policy gives a caller of the same account, by the principal that it names.</summary>
/// <remarks>The best class of all that match counts. For a caller of another account the class makes no difference. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS enforcement code logic evaluates requests</see>.</remarks>
public enum ResourceGrant
{
    /// <summary>No Allow of the resource's policy matches.</summary>
    None = 0,

    /// <summary>The account is named: its identity policies decide, and a key or role needs this beside them.</summary>
    ToAccount = 1,

    /// <summary>The role, or the user behind a federated session, is named: permissions boundary and session policies still limit.</summary>
    ToSessionIssuer = 2,

    /// <summary>The caller itself, or everyone, is named: nothing but explicit denies and organization and endpoint policies limit.</summary>
    ToCaller = 3,
}
