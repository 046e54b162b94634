namespace PolicyEngine;

/// <summary>Whether what policies decide agrees with how a recorded call ended.</summary>
public enum OutcomeAgreement
{
    /// <summary>It cannot be told: the record is evidence of neither, or something that matters is not known.</summary>
    CannotTell = 0,

    /// <summary>Both agree, in the kind of policy that denies too, as far as the record names one.</summary>
    Agrees = 1,

    /// <summary>One is allowed and the other denied, or one denied explicitly and the other implicitly.</summary>
    DisagreesOnDecision = 2,

    /// <summary>Both are denied, but by policies of different kinds.</summary>
    DisagreesOnPolicyKind = 3,
}
