using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Endpoints.Hosts;
using PolicyEngine.Json;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads one endpoint, field by field, and checks what was read.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html">VpcEndpoint</see>,
/// <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html">CreateVpcEndpoint</see>, which has some lists under other names.</remarks>
internal static class EndpointReader
{
    private static readonly FieldTable<EndpointDraft> TagFields = AddTags(new FieldTable<EndpointDraft>());

    /// <summary>One option decides where a name leads; of the others only the JSON type is checked.</summary>
    private static readonly FieldTable<DnsOptionsDraft> DnsOptionFields = new FieldTable<DnsOptionsDraft>()
        .Text("DnsRecordIpType", static (_, _) => { })
        .Boolean("PrivateDnsOnlyForInboundResolverEndpoint", static (options, isOnly) => options.OnlyForInboundResolver = isOnly)
        .Text("PrivateDnsPreference", static (_, _) => { })
        .Texts("PrivateDnsSpecifiedDomains", static (_, _) => { });

    /// <summary>Of what decides nothing only the JSON type is checked.</summary>
    private static readonly FieldTable<EndpointDraft> Fields = AddTags(new FieldTable<EndpointDraft>())
        .Text("VpcEndpointId", static (draft, id, span) => (draft.Id, draft.IdSpan) = (id, span))
        .Name("VpcEndpointType", VpcEndpointType.Unrecognized, static (draft, type) => draft.Type = type)
        .Text("VpcId", static (draft, vpc) => draft.VpcId = vpc)
        .Text("ServiceName", static (draft, name) => draft.ServiceName = name)
        .Text("ServiceRegion", static (draft, region) => draft.ServiceRegion = region)
        .Name("State", VpcEndpointState.Unrecognized, static (draft, state) => draft.State = state)
        .Add("PolicyDocument", EmbeddedPolicy.Read)
        .Texts("RouteTableIds", static (draft, text) => draft.RouteTableIds.Add(text))
        .Texts("SubnetIds", static (draft, _) => draft.HasInterfaces = true)
        .Texts("NetworkInterfaceIds", static (draft, _) => draft.HasInterfaces = true)
        .Objects("Groups", PairOf("GroupId", "GroupName"), static (_, _) => { })
        .Texts("SecurityGroupIds", static (_, _) => { })
        .Boolean("PrivateDnsEnabled", static (draft, isEnabled) => draft.PrivateDnsEnabled = isEnabled)
        .Objects("DnsEntries", PairOf("DnsName", "HostedZoneId"), static (draft, entry) => draft.DnsNames.AddRange(entry.First is { } name ? [name] : []))
        .Object("DnsOptions", DnsOptionFields, static (draft, options) => draft.PrivateDnsOnlyForInboundResolver = options.OnlyForInboundResolver)
        .Name("IpAddressType", EndpointIpAddressType.Unrecognized, static (draft, type) => draft.IpAddressType = type ?? EndpointIpAddressType.Unrecognized)
        .Boolean("RequesterManaged", static (_, _) => { })
        .Text("OwnerId", static (draft, owner) => draft.OwnerId = owner)
        .Text("CreationTimestamp", static (_, _) => { })
        .Text("ResourceConfigurationArn", static (_, _) => { })
        .Text("ServiceNetworkArn", static (_, _) => { })
        .Wrappers("TagSpecifications", TagFields);

    /// <summary>Reads the endpoint at the cursor, which must be an object, and adds it to the inventory.</summary>
    internal static bool Read(ref JsonCursor cursor, JsonContext context, InventoryReader.Draft inventory)
    {
        if (cursor.TokenType != JsonTokenType.StartObject) return FieldValue.ReportWrongType(ref cursor, context, "VpcEndpoint", "an object");
        EndpointDraft draft = new();
        if (!Fields.ReadFields(ref cursor, context, draft, out TextSpan span)) return false;
        Complete(context, draft, span, inventory);
        return true;
    }

    /// <summary>Reads one field; the draft notes if it is a known one.</summary>
    internal static bool ReadField(ref JsonCursor cursor, JsonContext context, string name, EndpointDraft draft)
    {
        bool goesOn = Fields.ReadField(ref cursor, context, name, draft, out bool isKnown);
        draft.HasFields |= isKnown;
        return goesOn;
    }

    /// <summary>Checks what was read, and adds the endpoint to the inventory.</summary>
    internal static void Complete(JsonContext context, EndpointDraft draft, TextSpan span, InventoryReader.Draft inventory)
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

    private static void CheckId(JsonContext context, EndpointDraft draft, TextSpan span, InventoryReader.Draft inventory)
    {
        if (draft.Id is not { } id)
        {
            context.Report(Descriptors.MissingField, span, "VpcEndpointId", "the endpoint is taken as a planned one");
            return;
        }

        if (!EndpointLabel.IsId(id)) ReportField(context, Descriptors.MalformedEndpointId, "VpcEndpointId", draft.IdSpan, id);
        if (!inventory.Ids.Add(id)) ReportField(context, Descriptors.DuplicateEndpointId, "VpcEndpointId", draft.IdSpan, id);
    }

    private static void ReportField(JsonContext context, DiagnosticDescriptor descriptor, string name, TextSpan span, string argument)
    {
        context.Path.Push(name);
        context.Report(descriptor, span, argument);
        context.Path.Pop();
    }

    private static FieldTable<EndpointDraft> AddTags(FieldTable<EndpointDraft> fields) =>
        fields.Objects("Tags", PairOf("Key", "Value"), static (_, _) => { });

    private static FieldTable<Pair> PairOf(string first, string second) => new FieldTable<Pair>()
        .Text(first, static (pair, text) => pair.First = text)
        .Text(second, static (pair, text) => pair.Second = text);

    /// <summary>An object of two texts, of which the first names the thing.</summary>
    private sealed class Pair
    {
        internal string? First { get; set; }

        internal string? Second { get; set; }
    }

    private sealed class DnsOptionsDraft
    {
        internal bool? OnlyForInboundResolver { get; set; }
    }
}
