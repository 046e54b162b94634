namespace PolicyEngine.Diagnostics;

/// <summary>PE3xxx: a text has the right shape but no meaning.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor UnknownOperator = new(
        "PE3001", "L-31", DiagnosticSeverity.Error, "Unknown condition operator",
        "'{0}' is not a condition operator{1}",
        "Operators are case-sensitive: [ForAllValues:|ForAnyValue:]Name[IfExists].");

    internal static readonly DiagnosticDescriptor NullIfExists = new(
        "PE3002", "L-31", DiagnosticSeverity.Error, "Null with IfExists",
        "'{0}' joins Null with IfExists",
        "Null already tells whether a key exists.");

    internal static readonly DiagnosticDescriptor ConditionKeyForm = new(
        "PE3003", "L-32", DiagnosticSeverity.Error, "Malformed condition key",
        "'{0}' is not a condition key: {1}",
        "A condition key is prefix:name, such as aws:SourceVpce.");

    internal static readonly DiagnosticDescriptor DuplicateConditionKey = new(
        "PE3004", "L-13", DiagnosticSeverity.Error, "Condition key twice under one operator",
        "The condition key '{0}' occurs twice under one operator, in another letter case",
        "Key names ignore case: join the values into one list.");

    internal static readonly DiagnosticDescriptor EmptyConditionValues = new(
        "PE3005", "L-124", DiagnosticSeverity.Error, "Condition key without values",
        "The condition key '{0}' has no values",
        "Name at least one value.");

    internal static readonly DiagnosticDescriptor ActionForm = new(
        "PE3010", "L-28", DiagnosticSeverity.Error, "Malformed action",
        "'{0}' is not an action: {1}",
        "An action is * or service:Name, such as s3:GetObject or s3:Get*.");

    internal static readonly DiagnosticDescriptor ActionPrefixWildcard = new(
        "PE3011", "L-62", DiagnosticSeverity.Error, "Wildcard in the service prefix",
        "'{0}' has a wildcard in the service prefix",
        "Name the service; only the name after the colon may hold wildcards.");

    internal static readonly DiagnosticDescriptor ActionNotSts = new(
        "PE3012", "L-43", DiagnosticSeverity.Error, "Action outside STS in a trust policy",
        "'{0}' is not an action of the sts service",
        "A trust policy decides about sts:AssumeRole and its kin only.");

    internal static readonly DiagnosticDescriptor ActionTooBroad = new(
        "PE3013", "L-45", DiagnosticSeverity.Error, "Action without a service",
        "'{0}' names no service, which a policy of type '{1}' requires",
        "Write one action pattern per service, such as s3:*.");

    internal static readonly DiagnosticDescriptor ResourceForm = new(
        "PE3020", "L-29", DiagnosticSeverity.Error, "Malformed resource",
        "'{0}' is not a resource: {1}",
        "A resource is * or an ARN, such as arn:aws:s3:::bucket/*.");

    internal static readonly DiagnosticDescriptor IncompleteArn = new(
        "PE3021", "L-75", DiagnosticSeverity.Error, "Incomplete ARN",
        "'{0}' has fewer than six parts",
        "Write arn:partition:service:region:account:resource; only identity policies may leave parts out.");

    internal static readonly DiagnosticDescriptor UnknownPartition = new(
        "PE3022", "L-29", DiagnosticSeverity.Error, "Unknown partition",
        "'{0}' in '{1}' is not a partition",
        "Partitions are aws, aws-cn, aws-us-gov and other names that begin with aws.");

    internal static readonly DiagnosticDescriptor EmptyResourcePart = new(
        "PE3023", "L-29", DiagnosticSeverity.Error, "Empty resource part",
        "'{0}' names no resource after the account",
        "End the ARN with the resource, or with *.");

    internal static readonly DiagnosticDescriptor PrincipalForm = new(
        "PE3030", "L-27", DiagnosticSeverity.Error, "Malformed principal",
        "'{0}' is not a principal of type {1}",
        "Write an account id, the ARN of a root user, user, role or session, a unique id, a service name, a provider or a canonical id.");

    internal static readonly DiagnosticDescriptor PrincipalWildcard = new(
        "PE3031", "L-102", DiagnosticSeverity.Error, "Wildcard inside a principal",
        "'{0}' has a wildcard, and principals match whole texts only",
        "Use Principal \"*\" with ArnLike on aws:PrincipalArn.");

    internal static readonly DiagnosticDescriptor PrincipalVariable = new(
        "PE3032", "L-171", DiagnosticSeverity.Error, "Variable in a principal",
        "'{0}' has a policy variable, and principals have none",
        "Use Principal \"*\" with a condition on aws:PrincipalArn.");

    internal static readonly DiagnosticDescriptor FederatedOutsideTrust = new(
        "PE3033", "L-100", DiagnosticSeverity.Error, "Federated principal outside a trust policy",
        "A federated principal is not allowed in a policy of type '{0}'",
        "Federated callers only meet trust policies; name the role that they assume.");

    internal static readonly DiagnosticDescriptor VariableSyntax = new(
        "PE3040", "L-170", DiagnosticSeverity.Error, "Malformed policy variable",
        "'{0}' has a malformed policy variable: {1}",
        "Write ${key}, ${key, 'default'}, or ${*}, ${?}, ${$} for the character itself.");

    internal static readonly DiagnosticDescriptor VariableNotSupported = new(
        "PE3041", "L-181", DiagnosticSeverity.Error, "Policy variable not supported here",
        "'{0}' has a policy variable, which {1} does not support",
        "Variables work in the resource part of resources and in values of String and Arn operators.");

    internal static readonly DiagnosticDescriptor NumericValue = new(
        "PE3050", "L-34", DiagnosticSeverity.Error, "Not a number",
        "'{0}' is not a number",
        "Write digits, with at most one decimal point between digits, such as 10 or -1.5.");

    internal static readonly DiagnosticDescriptor DateValue = new(
        "PE3051", "L-34", DiagnosticSeverity.Error, "Not a date",
        "'{0}' is not a date: {1}",
        "Write 2026-01-31T23:59:59Z, with a zone, or seconds since 1970.");

    internal static readonly DiagnosticDescriptor BooleanValue = new(
        "PE3052", "L-34", DiagnosticSeverity.Error, "Not a Boolean",
        "'{0}' is not a Boolean",
        "Write true or false.");

    internal static readonly DiagnosticDescriptor IpValue = new(
        "PE3053", "L-34", DiagnosticSeverity.Error, "Not an IP address or range",
        "'{0}' is not an IP address or CIDR range",
        "Write 203.0.113.0/24 or 2001:db8::/32, without leading zeros.");

    internal static readonly DiagnosticDescriptor BinaryValue = new(
        "PE3054", "L-34", DiagnosticSeverity.Error, "Not base64",
        "'{0}' is not padded base64",
        "Write standard base64 with its = padding.");

    internal static readonly DiagnosticDescriptor ArnValue = new(
        "PE3055", "L-34", DiagnosticSeverity.Error, "Not an ARN pattern",
        "'{0}' is not an ARN of six parts",
        "Write all six parts, with * for those that do not matter.");

    internal static readonly DiagnosticDescriptor IdentifierWildcard = new(
        "PE3060", "L-49", DiagnosticSeverity.Error, "Wildcard on an identifier key",
        "'{0}' has a wildcard, and '{1}' holds an identifier made by AWS",
        "An endpoint policy compares such identifiers exactly.");

    internal static readonly DiagnosticDescriptor IdentifierOperator = new(
        "PE3061", "L-49", DiagnosticSeverity.Error, "Numeric operator on an identifier key",
        "'{0}' compares '{1}' as a number, and it holds an identifier made by AWS",
        "Use StringEquals.");

    internal static readonly DiagnosticDescriptor WildcardAnchor = new(
        "PE3062", "L-49", DiagnosticSeverity.Error, "Too few characters round a wildcard",
        "'{0}' has a wildcard with fewer than 6 ordinary characters before and after it",
        "An endpoint policy wants at least 6 consecutive ordinary characters on one side of each wildcard.");

    internal static readonly DiagnosticDescriptor PartialAccountWildcard = new(
        "PE3063", "L-49", DiagnosticSeverity.Error, "Partial account in an ARN",
        "'{0}' mixes digits and wildcards in the account",
        "Write a full account id, or just a wildcard.");

    internal static readonly DiagnosticDescriptor[] Binding =
    [
        UnknownOperator, NullIfExists, ConditionKeyForm, DuplicateConditionKey, EmptyConditionValues, ActionForm,
        ActionPrefixWildcard, ActionNotSts, ActionTooBroad, ResourceForm, IncompleteArn, UnknownPartition, EmptyResourcePart,
        PrincipalForm, PrincipalWildcard, PrincipalVariable, FederatedOutsideTrust, VariableSyntax, VariableNotSupported,
        NumericValue, DateValue, BooleanValue, IpValue, BinaryValue, ArnValue, IdentifierWildcard, IdentifierOperator,
        WildcardAnchor, PartialAccountWildcard,
    ];
}
