namespace PolicyEngine.CloudTrail;

/// <summary>How far the decision of policies agrees with the outcome of a recorded call.</summary>
public enum OutcomeAgreement
{
    /// <summary>Not known: the record does not tell how policies decided, or the decision depends on something unknown.</summary>
    CannotTell = 0,

    /// <summary>Both agree, also in the kind of policy that denies where the record names one.</summary>
    Agrees = 1,

    /// <summary>One is allowed and the other denied, or one denied explicitly and the other implicitly.</summary>
    DisagreesOnDecision = 2,

    /// <summary>Both are denied, but by policies of different kinds.</summary>
    DisagreesOnPolicyKind = 3,
}
