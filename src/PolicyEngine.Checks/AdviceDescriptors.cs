namespace PolicyEngine.Checks;

/// <summary>The kinds of advice: what is legal, but risky or probably not meant.</summary>
internal static partial class AdviceDescriptors
{
    internal static readonly DiagnosticDescriptor VariableTextIgnored = new(
        "PE4001", "L-172, A-86", DiagnosticSeverity.Warning, "Variable text without Version 2012-10-17",
        "'{0}' looks like a policy variable, and this document's Version has none",
        "Add \"Version\": \"2012-10-17\", or the text is compared as it stands.");

    internal static readonly DiagnosticDescriptor ForAllValuesInAllow = new(
        "PE4002", "L-119", DiagnosticSeverity.Warning, "ForAllValues grants when the key is missing",
        "'{0}' on '{1}' is true for a request without the key",
        "Add \"Null\": {\"the key\": \"false\"} to the condition.");

    internal static readonly DiagnosticDescriptor SetOperatorOnSingle = new(
        "PE4003", "L-121", DiagnosticSeverity.Warning, "Set operator on a single-valued key",
        "'{0}' is a set operator, and '{1}' has one value",
        "Use the operator without ForAllValues or ForAnyValue.");

    internal static readonly DiagnosticDescriptor MultivaluedWithoutSet = new(
        "PE4004", "L-122", DiagnosticSeverity.Warning, "Multivalued key without a set operator",
        "'{0}' compares '{1}', which holds several values, without ForAllValues or ForAnyValue",
        "AWS does not say what this means: a Deny then applies and an Allow does not.");

    internal static readonly DiagnosticDescriptor ForAnyNegatedInDeny = new(
        "PE4005", "L-119", DiagnosticSeverity.Warning, "A missing key escapes the Deny",
        "'{0}' on '{1}' is false for a request without the key, so that the Deny does not apply",
        "Use the negated operator without ForAnyValue, or ForAllValues.");

    internal static readonly DiagnosticDescriptor NegatedInAllow = new(
        "PE4006", "L-114", DiagnosticSeverity.Warning, "A missing key is allowed",
        "'{0}' on '{1}' is true for a request without the key, so that the Allow applies",
        "Add \"Null\": {\"the key\": \"false\"}, or state what is allowed.");

    internal static readonly DiagnosticDescriptor NegatedElementInAllow = new(
        "PE4008", "L-65", DiagnosticSeverity.Warning, "Negated element with Allow",
        "'{0}' with Effect 'Allow' allows everything that it does not name",
        "State what is allowed; new actions and resources join by themselves.");

    internal static readonly DiagnosticDescriptor WildcardInEquals = new(
        "PE4009", "L-133", DiagnosticSeverity.Warning, "Wildcard compared as text",
        "'{0}' holds a wildcard, and '{1}' compares it as an ordinary character",
        "Use StringLike for wildcards.");

    internal static readonly DiagnosticDescriptor SessionArnInPrincipalArn = new(
        "PE4010", "L-107", DiagnosticSeverity.Warning, "Session ARN never equals aws:PrincipalArn",
        "'{0}' is the ARN of a session, and aws:PrincipalArn holds the ARN of the role",
        "Write arn:aws:iam::ACCOUNT:role/NAME.");

    internal static readonly DiagnosticDescriptor HostBits = new(
        "PE4011", "L-155", DiagnosticSeverity.Information, "Address bits beyond the prefix",
        "'{0}' has address bits beyond its prefix, which are ignored",
        "Write the first address of the range.");

    internal static readonly DiagnosticDescriptor PrivateSourceIp = new(
        "PE4012", "L-191, A-72", DiagnosticSeverity.Warning, "Private range under aws:SourceIp",
        "'{0}' is a private range, and aws:SourceIp holds public addresses",
        "Use aws:VpcSourceIp with aws:SourceVpc for calls through an endpoint.");

    internal static readonly DiagnosticDescriptor SourceIpAtEndpoint = new(
        "PE4013", "L-191, A-72", DiagnosticSeverity.Warning, "aws:SourceIp in an endpoint policy",
        "'{0}' never has a value in a request that comes through a VPC endpoint",
        "Use aws:VpcSourceIp, aws:SourceVpc or aws:SourceVpce.");

    internal static readonly DiagnosticDescriptor UnquotedValue = new(
        "PE4014", "L-33", DiagnosticSeverity.Information, "Unquoted condition value",
        "The value {0} is not in quotes",
        "Some services refuse unquoted numbers; write it as a string.");

    internal static readonly DiagnosticDescriptor NullWithSetOperator = new(
        "PE4015", "L-117", DiagnosticSeverity.Warning, "Null with a set operator is constant",
        "'{0}' is always {1}",
        "Use Null without ForAllValues or ForAnyValue.");

    internal static readonly DiagnosticDescriptor BlankInAction = new(
        "PE4016", "L-28", DiagnosticSeverity.Warning, "Blank in an action",
        "'{0}' holds a blank and never matches",
        "Remove the blank.");

    internal static readonly DiagnosticDescriptor ArnWildcardNotDocumented = new(
        "PE4017", "L-29", DiagnosticSeverity.Warning, "Wildcard in the service",
        "'{0}' has a wildcard in the service of the ARN",
        "AWS documents no wildcard there; write it out.");

    internal static readonly DiagnosticDescriptor VariableBeforeResource = new(
        "PE4018", "L-171", DiagnosticSeverity.Warning, "Variable before the resource part",
        "'{0}' has a policy variable before the fifth colon",
        "Variables are documented for the resource part only: such an Allow grants nothing here.");

    internal static readonly DiagnosticDescriptor VariableInBool = new(
        "PE4019", "L-181", DiagnosticSeverity.Warning, "Variable in a Bool condition",
        "'{0}' has a policy variable, which Bool does not support",
        "Compare with StringEquals.");

    internal static readonly DiagnosticDescriptor EmptyOperator = new(
        "PE4020", "L-17", DiagnosticSeverity.Warning, "Operator without keys",
        "'{0}' holds no keys and checks nothing",
        "Remove the operator, or add a key.");

    internal static readonly DiagnosticDescriptor TrustTooOpen = new(
        "PE4021", "L-43", DiagnosticSeverity.Warning, "Open trust policy",
        "'{0}' in a trust policy is wider than any role needs",
        "Name the principals, and actions such as sts:AssumeRole.");

    internal static readonly DiagnosticDescriptor BareWildcardAtEndpoint = new(
        "PE4022", "L-49", DiagnosticSeverity.Warning, "Bare wildcard in an endpoint policy",
        "'{0}' is a wildcard without ordinary characters round it",
        "AWS does not say whether an endpoint policy may hold this.");

    internal static readonly DiagnosticDescriptor EmptyArnResource = new(
        "PE4023", "L-29", DiagnosticSeverity.Warning, "Empty resource part",
        "'{0}' matches only an ARN without a resource part",
        "End the ARN with the resource, or with *.");

    internal static readonly DiagnosticDescriptor[] General =
    [
        VariableTextIgnored, ForAllValuesInAllow, SetOperatorOnSingle, MultivaluedWithoutSet, ForAnyNegatedInDeny, NegatedInAllow,
        NegatedElementInAllow, WildcardInEquals, SessionArnInPrincipalArn, HostBits, PrivateSourceIp,
        SourceIpAtEndpoint, UnquotedValue, NullWithSetOperator, BlankInAction, ArnWildcardNotDocumented, VariableBeforeResource,
        VariableInBool, EmptyOperator, TrustTooOpen, BareWildcardAtEndpoint, EmptyArnResource,
    ];
}
