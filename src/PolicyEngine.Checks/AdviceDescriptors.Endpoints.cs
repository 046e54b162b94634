namespace PolicyEngine.Checks;

/// <summary>Advice on VPC endpoints, on NotPrincipal, and on texts that can never match.</summary>
internal static partial class AdviceDescriptors
{
    internal static readonly DiagnosticDescriptor SourceIpDenyHitsEndpoints = new(
        "PE4024", "A-72", DiagnosticSeverity.Warning, "Deny by aws:SourceIp hits endpoints",
        "'{0}' on '{1}' is true for every call through a VPC endpoint, which has no such key, so that the Deny applies",
        "Add a negated condition on aws:VpcSourceIp, aws:SourceVpc or aws:SourceVpce for the networks that may call.");

    internal static readonly DiagnosticDescriptor AllowRestrictsNobody = new(
        "PE4025", "A-14", DiagnosticSeverity.Warning, "Allow pinned to an endpoint restricts nobody",
        "'{0}' on '{1}' in an Allow does not stop callers of the same account whose identity policies allow the action anyway",
        "To restrict, write a Deny with the negated operator, such as StringNotEquals, on the same key.");

    internal static readonly DiagnosticDescriptor EndpointKeyNeverSent = new(
        "PE4026", "A-73", DiagnosticSeverity.Warning, "Deny by a key that the service never sends",
        "'{0}' on '{1}' is true for each call of {2}, so that the Deny applies whatever the endpoint",
        "Name only actions of services that send the key; for others use aws:SourceVpc or aws:SourceVpce.");

    internal static readonly DiagnosticDescriptor EndpointKeyGuardsNothing = new(
        "PE4027", "A-73", DiagnosticSeverity.Warning, "A key that the service never sends guards nothing",
        "'{0}' on '{1}' lets each call of {2} pass, whatever the endpoint",
        "Guard services that do not send the key by aws:SourceVpc or aws:SourceVpce.");

    internal static readonly DiagnosticDescriptor EndpointKeyNeverTrue = new(
        "PE4028", "A-73", DiagnosticSeverity.Warning, "Allow by a key that the service never sends",
        "'{0}' on '{1}' is false for each call of {2}, so that nothing is allowed",
        "Name only actions of services that send the key; for others use aws:SourceVpc or aws:SourceVpce.");

    internal static readonly DiagnosticDescriptor PinnedDenyHitsServices = new(
        "PE4029", "A-79", DiagnosticSeverity.Warning, "Deny pinned to a network hits AWS services",
        "'{0}' on '{1}' has no exemption by {2}, so that the Deny applies to {3}",
        "Add what is missing of \"BoolIfExists\": {\"aws:ViaAWSService\": \"false\", \"aws:PrincipalIsAWSService\": \"false\"}, and ArnNotLikeIfExists on aws:PrincipalArn for service roles.");

    internal static readonly DiagnosticDescriptor GatewayPrincipal = new(
        "PE4030", "A-84", DiagnosticSeverity.Warning, "Named principal at a gateway endpoint",
        "'{0}' {1} when the endpoint is a gateway endpoint",
        "Write \"Principal\": \"*\" and name principals in a condition on aws:PrincipalArn, aws:PrincipalAccount or aws:PrincipalOrgID.");

    internal static readonly DiagnosticDescriptor NoSuchRegion = new(
        "PE4031", "A-83", DiagnosticSeverity.Warning, "No such Region",
        "'{0}' in '{1}' is no Region, so that the ARN never matches (partitions, {2})",
        "Write the Region in full, such as us-west-2, or * for all of them.");

    internal static readonly DiagnosticDescriptor RegionOfOtherPartition = new(
        "PE4032", "A-83", DiagnosticSeverity.Warning, "Region of another partition",
        "'{0}' in '{1}' is a Region of the partition '{2}', so that the ARN never matches (partitions, {3})",
        "Write the partition of the Region; ARNs never cross partitions.");

    internal static readonly DiagnosticDescriptor NoSuchAccount = new(
        "PE4033", "A-83", DiagnosticSeverity.Warning, "No such account",
        "'{0}' in '{1}' is no account id, so that the value never matches",
        "An account id has 12 digits, leading zeros included and without hyphens.");

    internal static readonly DiagnosticDescriptor PartialNotPrincipal = new(
        "PE4034", "A-37", DiagnosticSeverity.Warning, "Incomplete chain in NotPrincipal",
        "'{0}' in NotPrincipal is not exempt for certain without {1}",
        "List user and account, or session, role and account; better, use Principal \"*\" with ArnNotLike on aws:PrincipalArn.");

    internal static readonly DiagnosticDescriptor AccountInNotPrincipal = new(
        "PE4035", "A-37", DiagnosticSeverity.Information, "Account alone in NotPrincipal",
        "'{0}' in NotPrincipal exempts the root user of the account only, not its users and roles",
        "To exempt an account, use Principal \"*\" with StringNotEquals on aws:PrincipalAccount.");

    internal static readonly DiagnosticDescriptor NoSuchAction = new(
        "PE4036", "L-28", DiagnosticSeverity.Warning, "No such action",
        "'{0}' {1}",
        "Look the name up on the service's page of the service authorization reference.");

    internal static readonly DiagnosticDescriptor NoSuchService = new(
        "PE4037", "L-28", DiagnosticSeverity.Warning, "No such service",
        "'{0}' in '{1}' {2}",
        "Look the prefix up in the service authorization reference; it is not always the name of the service.");

    internal static readonly DiagnosticDescriptor ActionWithoutResource = new(
        "PE4038", "A-59", DiagnosticSeverity.Warning, "Action without an existing resource",
        "'{0}' acts on no existing resource, so that a resource policy never decides about it (service profiles, {1})",
        "Allow or deny it in identity policies, service control policies or endpoint policies.");

    internal static readonly DiagnosticDescriptor ActionOutsideRcp = new(
        "PE4039", "A-27", DiagnosticSeverity.Warning, "Action that no RCP reaches",
        "AWS applies no resource control policy to '{0}' (service tables, {1})",
        "Deny it in a service control policy, or in the policies of the resources.");

    internal static readonly DiagnosticDescriptor[] Endpoints =
    [
        SourceIpDenyHitsEndpoints, AllowRestrictsNobody, EndpointKeyNeverSent, EndpointKeyGuardsNothing, EndpointKeyNeverTrue,
        PinnedDenyHitsServices, GatewayPrincipal, NoSuchRegion, RegionOfOtherPartition, NoSuchAccount, PartialNotPrincipal,
        AccountInNotPrincipal, NoSuchAction, NoSuchService, ActionWithoutResource, ActionOutsideRcp,
    ];
}
