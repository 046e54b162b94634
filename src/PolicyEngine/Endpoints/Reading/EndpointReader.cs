using PolicyEngine.Diagnostics;
using PolicyEngine.Endpoints.Hosts;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads one endpoint, field by field.</summary>
internal static class EndpointReader
{
    /// <summary>Reads a field; unknown ones are passed over.</summary>
    internal static bool ReadField(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, EndpointDraft draft)
    {
        bool isKnown = ReadText(ref cursor, context, name, draft, out bool complete)
            || ReadSetting(ref cursor, context, name, draft, out complete)
            || ReadList(ref cursor, context, name, draft, out complete);
        if (!isKnown) return cursor.Skip();
        draft.HasFields = true;
        return complete;
    }

    /// <summary>Checks what was read, and adds the endpoint to the inventory.</summary>
    internal static void Complete(ParseContext context, EndpointDraft draft, TextSpan span, InventoryDraft inventory)
    {
        CheckId(context, draft, span, inventory);
        if (draft.State is null) context.Report(Descriptors.MissingField, span, "State", "the endpoint is taken as one that carries no traffic");
        if (draft.VpcId is null) context.Report(Descriptors.MissingField, span, "VpcId", "aws:SourceVpc cannot be known");
        if (draft.Type is null) context.Report(Descriptors.InferredType, span, draft.InferredType);
        VpcEndpoint endpoint = draft.ToEndpoint(inventory.Services);
        inventory.Endpoints.Add(endpoint);
        if (endpoint.SupportsPolicy || endpoint.HasDefaultPolicy) return;
        ReportField(context, Descriptors.IneffectivePolicy, "PolicyDocument", draft.PolicySpan, draft.ServiceName ?? endpoint.Type.ToString());
    }

    private static void CheckId(ParseContext context, EndpointDraft draft, TextSpan span, InventoryDraft inventory)
    {
        if (draft.Id is not { } id)
        {
            context.Report(Descriptors.MissingField, span, "VpcEndpointId", "the endpoint is taken as a planned one");
            return;
        }

        if (!EndpointLabel.IsId(id)) ReportField(context, Descriptors.MalformedEndpointId, "VpcEndpointId", draft.IdSpan, id);
        if (!inventory.Ids.Add(id)) ReportField(context, Descriptors.DuplicateEndpointId, "VpcEndpointId", draft.IdSpan, id);
    }

    private static void ReportField(ParseContext context, DiagnosticDescriptor descriptor, string name, TextSpan span, string argument)
    {
        context.Path.Push(name);
        context.Report(descriptor, span, argument);
        context.Path.Pop();
    }

    private static bool ReadText(ref JsonCursor cursor, ParseContext context, string name, EndpointDraft draft, out bool complete)
    {
        complete = true;
        bool isText = name is "VpcEndpointId" or "VpcId" or "ServiceName" or "ServiceRegion" or "OwnerId" or "CreationTimestamp"
            or "ResourceConfigurationArn" or "ServiceNetworkArn";
        if (!isText) return false;
        TextSpan span = cursor.Span;
        complete = FieldReader.ReadText(ref cursor, context, name, out string? text);
        switch (name)
        {
            case "VpcEndpointId":
                draft.Id = text;
                draft.IdSpan = span;
                break;
            case "VpcId": draft.VpcId = text; break;
            case "ServiceName": draft.ServiceName = text; break;
            case "ServiceRegion": draft.ServiceRegion = text; break;
            case "OwnerId": draft.OwnerId = text; break;
            case "CreationTimestamp": draft.CreationTimestamp = text; break;
            case "ResourceConfigurationArn": draft.ResourceConfigurationArn = text; break;
            default: draft.ServiceNetworkArn = text; break;
        }

        return true;
    }

    private static bool ReadSetting(ref JsonCursor cursor, ParseContext context, string name, EndpointDraft draft, out bool complete)
    {
        switch (name)
        {
            case "VpcEndpointType":
                complete = FieldReader.ReadName(ref cursor, context, name, VpcEndpointType.Unrecognized, out VpcEndpointType? type);
                draft.Type = type;
                return true;
            case "State":
                complete = FieldReader.ReadName(ref cursor, context, name, VpcEndpointState.Unrecognized, out VpcEndpointState? state);
                draft.State = state;
                return true;
            case "IpAddressType":
                complete = FieldReader.ReadName(ref cursor, context, name, EndpointIpAddressType.Unrecognized, out EndpointIpAddressType? addresses);
                draft.IpAddressType = addresses;
                return true;
            case "PrivateDnsEnabled":
                complete = FieldReader.ReadBoolean(ref cursor, context, name, out bool? isEnabled);
                draft.PrivateDnsEnabled = isEnabled;
                return true;
            case "RequesterManaged":
                complete = FieldReader.ReadBoolean(ref cursor, context, name, out bool? isManaged);
                draft.RequesterManaged = isManaged;
                return true;
            case "PolicyDocument":
                complete = EmbeddedPolicy.Read(ref cursor, context, draft);
                return true;
            case "DnsOptions":
                complete = PartReader.ReadDnsOptions(ref cursor, context, draft);
                return true;
            default:
                complete = true;
                return false;
        }
    }

    /// <summary>Reads lists; the input of <c>create-vpc-endpoint</c> has some under other names.</summary>
    private static bool ReadList(ref JsonCursor cursor, ParseContext context, string name, EndpointDraft draft, out bool complete)
    {
        complete = true;
        switch (name)
        {
            case "RouteTableIds": complete = FieldReader.ReadTexts(ref cursor, context, name, draft.RouteTableIds); break;
            case "SubnetIds": complete = FieldReader.ReadTexts(ref cursor, context, name, draft.SubnetIds); break;
            case "NetworkInterfaceIds": complete = FieldReader.ReadTexts(ref cursor, context, name, draft.NetworkInterfaceIds); break;
            case "Groups": complete = FieldReader.ReadArray(ref cursor, context, name, draft, PartReader.ReadGroup); break;
            case "SecurityGroupIds": complete = FieldReader.ReadArray(ref cursor, context, name, draft, PartReader.ReadGroupId); break;
            case "DnsEntries": complete = FieldReader.ReadArray(ref cursor, context, name, draft, PartReader.ReadDnsEntry); break;
            case "Tags": complete = FieldReader.ReadArray(ref cursor, context, name, draft, PartReader.ReadTag); break;
            case "TagSpecifications": complete = FieldReader.ReadArray(ref cursor, context, name, draft, PartReader.ReadTagSpecification); break;
            default: return false;
        }

        return true;
    }
}
