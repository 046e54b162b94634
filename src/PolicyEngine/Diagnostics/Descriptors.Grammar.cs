namespace PolicyEngine.Diagnostics;

/// <summary>PE2xxx: an element is unknown, missing, forbidden or has the wrong shape.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor UnknownElement = new(
        "PE2001", "L-15", DiagnosticSeverity.Error, "Unknown element",
        "'{0}' is not an element of {1}{2}",
        "Element names are case-sensitive; an unknown one is never ignored.");

    internal static readonly DiagnosticDescriptor MissingElement = new(
        "PE2002", "L-40", DiagnosticSeverity.Error, "Missing element",
        "{0} lacks {1}, which a policy of type '{2}' requires",
        "See the table of elements by policy type in the README.");

    internal static readonly DiagnosticDescriptor ForbiddenElement = new(
        "PE2003", "L-40", DiagnosticSeverity.Error, "Element not allowed in this policy type",
        "'{0}' is not allowed in a policy of type '{1}'",
        "See the table of elements by policy type in the README.");

    internal static readonly DiagnosticDescriptor WrongJsonType = new(
        "PE2004", "L-16", DiagnosticSeverity.Error, "Wrong JSON type",
        "'{0}' is {1} where {2} is expected",
        "Strings stand in double quotes; arrays never nest.");

    internal static readonly DiagnosticDescriptor ExclusiveElements = new(
        "PE2005", "L-25", DiagnosticSeverity.Error, "Exclusive elements",
        "'{0}' and '{1}' exclude each other in one statement",
        "Write two statements, or keep one of the two elements.");

    internal static readonly DiagnosticDescriptor EmptyList = new(
        "PE2006", "L-17", DiagnosticSeverity.Error, "Empty list",
        "'{0}' is empty",
        "Name at least one value.");

    internal static readonly DiagnosticDescriptor NullValue = new(
        "PE2007", "L-18", DiagnosticSeverity.Error, "null",
        "'{0}' is null",
        "Leave the element out, or give it a value.");

    internal static readonly DiagnosticDescriptor VersionText = new(
        "PE2008", "L-19", DiagnosticSeverity.Error, "Unknown version",
        "'{0}' is not a version of the policy language",
        "Write \"2012-10-17\", exactly.");

    internal static readonly DiagnosticDescriptor VersionTooOld = new(
        "PE2009", "L-19", DiagnosticSeverity.Error, "Version 2012-10-17 required",
        "A policy of type '{0}' must have Version '2012-10-17'",
        "Write \"Version\": \"2012-10-17\" as the first element.");

    internal static readonly DiagnosticDescriptor EffectText = new(
        "PE2010", "L-24", DiagnosticSeverity.Error, "Unknown effect",
        "'{0}' is not an effect",
        "Write \"Allow\" or \"Deny\", in this letter case.");

    internal static readonly DiagnosticDescriptor EffectForbidden = new(
        "PE2011", "L-45", DiagnosticSeverity.Error, "Effect not allowed in this policy type",
        "Effect 'Allow' is not allowed in a policy of type '{0}'",
        "A resource control policy only denies; AWS attaches RCPFullAWSAccess itself.");

    internal static readonly DiagnosticDescriptor DuplicateSid = new(
        "PE2012", "L-23", DiagnosticSeverity.Error, "Duplicate Sid",
        "The Sid '{0}' occurs twice in the document",
        "Every Sid in a document is unique; letter case counts.");

    internal static readonly DiagnosticDescriptor SidCharacters = new(
        "PE2013", "L-23", DiagnosticSeverity.Error, "Characters in Sid",
        "The Sid '{0}' has characters other than A-Z, a-z and 0-9",
        "IAM accepts letters and digits only.");

    internal static readonly DiagnosticDescriptor UnknownPrincipalType = new(
        "PE2014", "L-26", DiagnosticSeverity.Error, "Unknown principal type",
        "'{0}' is not a principal type{1}",
        "Principal types are AWS, Service, Federated and CanonicalUser, in this letter case.");

    internal static readonly DiagnosticDescriptor PrincipalText = new(
        "PE2015", "L-26", DiagnosticSeverity.Error, "Principal is a bare text",
        "'{0}' cannot stand alone as {1}",
        "Write \"*\", or an object such as {\"AWS\": \"111122223333\"}.");

    internal static readonly DiagnosticDescriptor NotPrincipalWithAllow = new(
        "PE2016", "L-42", DiagnosticSeverity.Error, "NotPrincipal with Allow",
        "'NotPrincipal' is not allowed with Effect 'Allow'",
        "It would allow everybody else, anonymous callers included. Use Principal with a condition.");

    internal static readonly DiagnosticDescriptor EveryoneRequired = new(
        "PE2017", "L-45", DiagnosticSeverity.Error, "Principal must be everyone",
        "The Principal of a policy of type '{0}' must be exactly '*'",
        "Write \"Principal\": \"*\" and name principals in a condition on aws:PrincipalArn.");

    internal static readonly DiagnosticDescriptor NumberForm = new(
        "PE2018", "L-33", DiagnosticSeverity.Error, "Number with an exponent",
        "The number '{0}' has an exponent",
        "Write the number with digits and a decimal point only, best in quotes.");

    internal static readonly DiagnosticDescriptor QuotaExceeded = new(
        "PE2019", "L-35", DiagnosticSeverity.Warning, "Quota exceeded",
        "The document has {0} {1}, and a policy of type '{2}' holds at most {3}",
        "Quotas are a matter of the service and change; they are an option of the parser.");

    internal static readonly DiagnosticDescriptor ResourceRefused = new(
        "PE6022", "Q-10", DiagnosticSeverity.Error, "Element that the service refuses",
        "'{0}' does not belong into a policy of {1}, which refuses it (service profiles, {2})",
        "Leave the element out: the policy is of one resource. Level 'stored' reads it.");

    internal static readonly DiagnosticDescriptor[] Grammar =
    [
        UnknownElement, MissingElement, ForbiddenElement, WrongJsonType, ExclusiveElements, EmptyList, NullValue, VersionText,
        VersionTooOld, EffectText, EffectForbidden, DuplicateSid, SidCharacters, UnknownPrincipalType, PrincipalText,
        NotPrincipalWithAllow, EveryoneRequired, NumberForm, QuotaExceeded, ResourceRefused,
    ];
}
