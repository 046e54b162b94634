using PolicyEngine.Requests;

namespace PolicyEngine.Cli.Cases;

/// <summary>The VPC endpoint that the request of a case comes through.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id, such as <c>vpce-1234</c>; null when the case does not say.</param>
/// <param name="VpcId">The id of its VPC; null when the case does not say.</param>
/// <param name="SupportsPolicy">Whether its service has endpoint policies.</param>
internal sealed record CaseEndpoint(EndpointType Type, string? Id, string? VpcId, bool SupportsPolicy);
