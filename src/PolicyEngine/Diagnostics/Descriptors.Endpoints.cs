namespace PolicyEngine.Diagnostics;

/// <summary>PE52xx: the text does not tell of VPC endpoints, or not enough.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor NoEndpoints = new(
        "PE5201", "A-62", DiagnosticSeverity.Error, "No endpoints",
        "The text is {0} where VPC endpoints are expected",
        "Save what aws ec2 describe-vpc-endpoints prints: an object with VpcEndpoints.");

    internal static readonly DiagnosticDescriptor WrongFieldType = new(
        "PE5202", "A-62", DiagnosticSeverity.Error, "Wrong type of a field",
        "'{0}' is {1} where {2} is expected",
        "Write the field as aws ec2 describe-vpc-endpoints prints it, or leave it out.");

    internal static readonly DiagnosticDescriptor UnknownFieldValue = new(
        "PE5203", "A-63", DiagnosticSeverity.Warning, "Unknown value",
        "'{0}' is no known value of {1}, which is taken as unknown",
        "Letter case is ignored. An unknown state carries no traffic.");

    internal static readonly DiagnosticDescriptor MalformedEndpointId = new(
        "PE5204", "A-62", DiagnosticSeverity.Warning, "Malformed endpoint id",
        "'{0}' is no id that AWS gives, and no host name leads to it",
        "An id is vpce- followed by lower-case hexadecimal digits.");

    internal static readonly DiagnosticDescriptor DuplicateEndpointId = new(
        "PE5205", "A-62", DiagnosticSeverity.Error, "Duplicate endpoint id",
        "The endpoint '{0}' is listed twice",
        "Keep the endpoint as it is now; an id is given once.");

    internal static readonly DiagnosticDescriptor MissingField = new(
        "PE5206", "A-62", DiagnosticSeverity.Warning, "Missing field",
        "The endpoint has no {0}: {1}",
        "Save what aws ec2 describe-vpc-endpoints prints, with all its fields.");

    internal static readonly DiagnosticDescriptor InferredType = new(
        "PE5207", "A-63", DiagnosticSeverity.Information, "Type not named",
        "The endpoint has no VpcEndpointType, and its other fields say {0}",
        "Route tables tell a gateway endpoint, subnets and network interfaces an interface endpoint.");

    internal static readonly DiagnosticDescriptor MoreEndpoints = new(
        "PE5208", "A-69", DiagnosticSeverity.Warning, "More endpoints",
        "The list goes on after this page, so that no call can be taken for a public one",
        "Save all pages: do not use --max-items or --no-paginate.");

    internal static readonly DiagnosticDescriptor IneffectivePolicy = new(
        "PE5209", "A-85", DiagnosticSeverity.Warning, "Policy without effect",
        "Endpoints of '{0}' give full access, whatever this policy says",
        "Restrict access by other policies, or by security groups.");

    internal static readonly DiagnosticDescriptor NoEndpointServices = new(
        "PE5210", "A-85", DiagnosticSeverity.Error, "No endpoint services",
        "The text is {0} where endpoint services are expected",
        "Save what aws ec2 describe-vpc-endpoint-services prints: an object with ServiceDetails.");

    internal static readonly DiagnosticDescriptor[] Endpoints =
    [
        NoEndpoints, WrongFieldType, UnknownFieldValue, MalformedEndpointId, DuplicateEndpointId, MissingField, InferredType, MoreEndpoints,
        IneffectivePolicy, NoEndpointServices,
    ];
}
