namespace PolicyEngine.Matching;

/// <summary>Why something matches, does not match, or cannot be decided: each with its rule and with its words as the end of a sentence.</summary>
internal enum MatchReason
{
    /// <summary>No particular reason.</summary>
    None,

    [Reason("L-78", "it is listed, and the element is negated")]
    Excluded,

    [Reason("L-17", "the list is empty")]
    EmptyList,

    [Reason("L-61", "no action pattern matches")]
    ActionDiffers,

    [Reason("L-62", "the wildcard in the service prefix would match, and AWS does not say whether it may")]
    ActionPrefixWildcard,

    [Reason("L-1", "the text of the policy is malformed")]
    Malformed,

    [Reason("L-73", "no resource pattern matches")]
    ResourceDiffers,

    [Reason("L-71", "the resource of the request is not an ARN of six parts")]
    RequestResourceMalformed,

    [Reason("L-77", "the action has no resource, and only * matches that")]
    ResourceLess,

    [Reason("L-76", "the ARNs differ only in letter case before the resource part")]
    ArnCaseDiffers,

    [Reason("L-74", "it matches only if a wildcard at the end of an ARN part crosses colons")]
    WildcardCrossesColon,

    [Reason("L-75", "the incomplete ARN would match if it were completed")]
    IncompleteArn,

    [Reason("L-171", "a policy variable stands before the resource part")]
    VariableBeforeResource,

    [Reason("L-180", "the policy variable is malformed")]
    VariableMalformed,

    [Reason("L-181", "the operator does not support policy variables")]
    VariableNotSupported,

    [Reason("L-174", "the policy variable has no value in the request")]
    VariableUnresolved,

    [Reason("L-177", "the key of the policy variable holds a list")]
    VariableMultivalued,

    [Reason("L-182", "the policy variable is present but empty, and it matters how that is read")]
    VariableEmpty,

    [Reason("L-60", "it matters whether ? counts code points or UTF-16 units")]
    CodePointWildcard,

    [Reason("L-93", "no principal entry matches the caller")]
    PrincipalDiffers,

    [Reason("L-102", "the wildcard inside a principal would cover the caller")]
    PrincipalWildcard,

    [Reason("L-171", "the principal holds a policy variable")]
    PrincipalVariable,

    [Reason("L-95", "the principal differs from the caller only in letter case")]
    PrincipalCaseDiffers,

    [Reason("L-97", "a fact about the caller that the entry needs is not known")]
    PrincipalFactUnknown,

    [Reason("L-92", "AWS does not say whether AWS * covers federated callers")]
    FederatedAsAws,

    [Reason("L-50", "a gateway endpoint matches principals by * only")]
    GatewayPrincipal,

    [Reason("Q-12", "at a gateway endpoint an account is its root user only, not its users and roles")]
    GatewayAccount,

    [Reason("L-104", "only a part of the identity of the caller is listed")]
    PartialNotPrincipal,

    [Reason("Q-16", "the account of the caller is listed, and nothing else of the caller")]
    AccountNotPrincipal,

    [Reason("L-105", "a Deny with NotPrincipal always applies to a caller with a permissions boundary")]
    BoundaryNotPrincipal,

    [Reason("L-114", "the key is not in the request")]
    KeyMissing,

    [Reason("L-114", "the key is not in the request, and the operator is negated")]
    KeyMissingNegated,

    [Reason("L-115", "the key is not in the request, which IfExists accepts")]
    KeyMissingIfExists,

    [Reason("L-119", "the request holds no value for the set operator")]
    EmptySet,

    [Reason("L-120", "AWS does not say what ForAnyValue with IfExists means for a missing key")]
    ForAnyIfExists,

    [Reason("L-122", "the request holds a list, and the operator is no set operator")]
    MultivaluedWithoutSet,

    [Reason("L-123", "the only value is the empty text, and it matters whether that is a value")]
    EmptyValueInSet,

    [Reason("L-116", "the value is the empty text, and AWS does not say whether that is null")]
    EmptyValueNull,

    [Reason("L-124", "the policy gives the key no values")]
    EmptyPolicyValues,

    [Reason("L-113", "the request holds the key in several letter cases with different values")]
    KeyCaseConflict,

    [Reason("A-91", "the value of the key is unknown")]
    UnknownKey,

    [Reason("L-111", "no value matches")]
    ValueDiffers,

    [Reason("L-126", "the value in the request cannot be read as the operator reads it")]
    ValueUnreadable,

    [Reason("L-34", "the value in the policy cannot be read as the operator reads it")]
    PolicyValueUnreadable,

    [Reason("L-131", "the texts are equal only if letter case beyond ASCII is ignored")]
    UnicodeCase,

    [Reason("L-157", "it matters whether an IPv4-mapped IPv6 address is IPv4 or IPv6")]
    MappedAddress,

    [Reason("L-162", "one of the two values is not an ARN of six parts")]
    NotAnArn,

    [Reason("L-111", "the value is listed, and the operator is negated")]
    ValueExcluded,

    [Reason("A-91", "it is unknown whether the caller is the one that is named")]
    PrincipalUnknown,

    [Reason("A-91", "it is unknown whether a permissions boundary is attached to the caller")]
    BoundaryUnknown,

    [Reason("L-1", "the action of the request has no service prefix")]
    RequestActionMalformed,
}
