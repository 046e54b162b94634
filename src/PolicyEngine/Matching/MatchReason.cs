namespace PolicyEngine;

/// <summary>Why something matches, does not match, or cannot be decided.</summary>
public enum MatchReason
{
    /// <summary>No particular reason.</summary>
    None = 0,

    /// <summary>What the request has is listed, and the element is NotAction, NotResource or NotPrincipal (L-78).</summary>
    Excluded = 1,

    /// <summary>The list is empty (L-17).</summary>
    EmptyList = 2,

    /// <summary>The action is another one (L-61).</summary>
    ActionDiffers = 3,

    /// <summary>A wildcard in the service prefix would match (L-62).</summary>
    ActionPrefixWildcard = 4,

    /// <summary>The policy text has no defined meaning (L-1).</summary>
    Malformed = 5,

    /// <summary>The resource is another one (L-73).</summary>
    ResourceDiffers = 6,

    /// <summary>The resource of the request is not an ARN (L-71).</summary>
    RequestResourceMalformed = 7,

    /// <summary>The request has no resource, which only an all-asterisk pattern matches (L-77).</summary>
    ResourceLess = 8,

    /// <summary>The ARNs differ only in letter case in the first five parts (L-76).</summary>
    ArnCaseDiffers = 9,

    /// <summary>A wildcard at the end of an ARN part would have to cross colons (L-74).</summary>
    WildcardCrossesColon = 10,

    /// <summary>An incomplete ARN outside identity policies would match if completed (L-75).</summary>
    IncompleteArn = 11,

    /// <summary>A variable stands before the fifth colon of a resource (L-171).</summary>
    VariableBeforeResource = 12,

    /// <summary>A malformed policy variable (L-180).</summary>
    VariableMalformed = 13,

    /// <summary>A variable under an operator that has none (L-181).</summary>
    VariableNotSupported = 14,

    /// <summary>A policy variable without a value and without a default (L-174).</summary>
    VariableUnresolved = 15,

    /// <summary>A policy variable whose key holds a list (L-177).</summary>
    VariableMultivalued = 16,

    /// <summary>A policy variable with the empty value, where the two readings differ (L-182).</summary>
    VariableEmpty = 17,

    /// <summary>A ? against characters beyond U+FFFF, where the two readings differ (L-60).</summary>
    CodePointWildcard = 18,

    /// <summary>The caller is another one (L-93).</summary>
    PrincipalDiffers = 19,

    /// <summary>A wildcard inside a principal would cover the caller (L-102).</summary>
    PrincipalWildcard = 20,

    /// <summary>A variable inside a principal (L-171).</summary>
    PrincipalVariable = 21,

    /// <summary>The principal differs from the caller only in letter case (L-95).</summary>
    PrincipalCaseDiffers = 22,

    /// <summary>A fact about the caller that the entry needs is not known (L-97).</summary>
    PrincipalFactUnknown = 23,

    /// <summary><c>{"AWS":"*"}</c> and a federated caller (L-92).</summary>
    FederatedAsAws = 24,

    /// <summary>A named principal at a gateway endpoint (L-50).</summary>
    GatewayPrincipal = 25,

    /// <summary>NotPrincipal lists only a part of the identity of the caller (L-104).</summary>
    PartialNotPrincipal = 26,

    /// <summary>A Deny with NotPrincipal applies to a caller with a permissions boundary (L-105).</summary>
    BoundaryNotPrincipal = 27,

    /// <summary>The key is missing, and the operator is positive (L-114).</summary>
    KeyMissing = 28,

    /// <summary>The key is missing, and the operator is negated (L-114).</summary>
    KeyMissingNegated = 29,

    /// <summary>The key is missing, and the operator ends with IfExists (L-115).</summary>
    KeyMissingIfExists = 30,

    /// <summary>A set operator without any value in the request (L-119).</summary>
    EmptySet = 31,

    /// <summary>ForAnyValue with IfExists and a missing key (L-120).</summary>
    ForAnyIfExists = 32,

    /// <summary>A list under an operator that is no set operator (L-122).</summary>
    MultivaluedWithoutSet = 33,

    /// <summary>The only value of the set is the empty text, where the two readings differ (L-123).</summary>
    EmptyValueInSet = 34,

    /// <summary>Null and the empty text (L-116).</summary>
    EmptyValueNull = 35,

    /// <summary>A key without values in a stored policy (L-124).</summary>
    EmptyPolicyValues = 36,

    /// <summary>Keys that differ in letter case only and give different answers (L-113).</summary>
    KeyCaseConflict = 37,

    /// <summary>A key of which nobody knows the value .</summary>
    UnknownKey = 38,

    /// <summary>No value of the policy matches (L-111).</summary>
    ValueDiffers = 39,

    /// <summary>The value in the request cannot be read (L-126).</summary>
    ValueUnreadable = 40,

    /// <summary>A value of a stored policy cannot be read (L-34).</summary>
    PolicyValueUnreadable = 41,

    /// <summary>Texts equal only by letter case beyond ASCII (L-131).</summary>
    UnicodeCase = 42,

    /// <summary>An IPv4-mapped IPv6 address, where the two readings differ (L-157).</summary>
    MappedAddress = 43,

    /// <summary>An ARN operator with a value that is no ARN (L-162).</summary>
    NotAnArn = 44,

    /// <summary>The value is listed, and the operator is negated (L-111).</summary>
    ValueExcluded = 45,

    /// <summary>The caller is not identified, and the entry names one of its account .</summary>
    PrincipalUnknown = 46,

    /// <summary>Nobody knows whether a permissions boundary is attached to the caller .</summary>
    BoundaryUnknown = 47,

    /// <summary>The action of the request has no service prefix (L-1).</summary>
    RequestActionMalformed = 48,
}
