using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the VPC endpoint of a request.</summary>
internal static class EndpointReader
{
    /// <summary>Reads the endpoint at which the reader is.</summary>
    internal static RequestEndpoint Read(ref Utf8JsonReader reader)
    {
        Draft draft = new();
        JsonMembers.Read(ref reader, "the endpoint", draft, ReadMember);
        return new RequestEndpoint(draft.Type, draft.Id) { VpcId = draft.VpcId, SupportsPolicy = draft.SupportsPolicy };
    }

    private static bool ReadMember(ref Utf8JsonReader reader, string name, Draft draft)
    {
        switch (name)
        {
            case "type": draft.Type = ReadType(ref reader, name); break;
            case "id": draft.Id = JsonMembers.ReadString(ref reader, name); break;
            case "vpcId": draft.VpcId = JsonMembers.ReadString(ref reader, name); break;
            case "supportsPolicy": draft.SupportsPolicy = JsonMembers.ReadBoolean(ref reader, name); break;
            default: return false;
        }

        return true;
    }

    private static VpcEndpointType ReadType(ref Utf8JsonReader reader, string name) => JsonMembers.ReadString(ref reader, name) switch
    {
        "interface" => VpcEndpointType.Interface,
        "gateway" => VpcEndpointType.Gateway,
        "gatewayLoadBalancer" => VpcEndpointType.GatewayLoadBalancer,
        "resource" => VpcEndpointType.Resource,
        "serviceNetwork" => VpcEndpointType.ServiceNetwork,
        "tunnel" => VpcEndpointType.Tunnel,
        _ => VpcEndpointType.Unrecognized,
    };

    private sealed class Draft
    {
        internal VpcEndpointType Type { get; set; }

        internal string? Id { get; set; }

        internal string? VpcId { get; set; }

        internal bool SupportsPolicy { get; set; } = true;
    }
}
