using PolicyEngine.Json;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads the objects within an endpoint: DNS entries and options, security groups, tags.</summary>
internal static class PartReader
{
    internal static bool ReadDnsEntry(ref JsonCursor cursor, ParseContext context, int index, EndpointDraft draft)
    {
        Pair pair = new("DnsName", "HostedZoneId");
        if (!FieldReader.ReadObject(ref cursor, context, "DnsEntries", pair, ReadPair)) return false;
        if (pair.First is { } name) draft.DnsEntries.Add(new EndpointDnsEntry(name, pair.Second));
        return true;
    }

    internal static bool ReadGroup(ref JsonCursor cursor, ParseContext context, int index, EndpointDraft draft)
    {
        Pair pair = new("GroupId", "GroupName");
        if (!FieldReader.ReadObject(ref cursor, context, "Groups", pair, ReadPair)) return false;
        if (pair.First is { } id) draft.SecurityGroups.Add(new EndpointSecurityGroup(id, pair.Second));
        return true;
    }

    internal static bool ReadGroupId(ref JsonCursor cursor, ParseContext context, int index, EndpointDraft draft)
    {
        if (!FieldReader.ReadText(ref cursor, context, "SecurityGroupIds", out string? id)) return false;
        if (id is not null) draft.SecurityGroups.Add(new EndpointSecurityGroup(id));
        return true;
    }

    internal static bool ReadTag(ref JsonCursor cursor, ParseContext context, int index, EndpointDraft draft)
    {
        Pair pair = new("Key", "Value");
        if (!FieldReader.ReadObject(ref cursor, context, "Tags", pair, ReadPair)) return false;
        if (pair.First is { } key) draft.Tags.Add(new EndpointTag(key, pair.Second ?? ""));
        return true;
    }

    internal static bool ReadTagSpecification(ref JsonCursor cursor, ParseContext context, int index, EndpointDraft draft) =>
        FieldReader.ReadObject(ref cursor, context, "TagSpecifications", draft, ReadTagSpecificationMember);

    internal static bool ReadDnsOptions(ref JsonCursor cursor, ParseContext context, EndpointDraft draft)
    {
        DnsOptionsDraft options = new();
        if (!FieldReader.ReadObject(ref cursor, context, "DnsOptions", options, ReadDnsOption)) return false;
        draft.DnsOptions = new EndpointDnsOptions
        {
            RecordIpType = options.RecordIpType,
            PrivateDnsOnlyForInboundResolver = options.OnlyForInboundResolver,
            PrivateDnsPreference = options.Preference,
            PrivateDnsDomains = [.. options.Domains],
        };
        return true;
    }

    private static bool ReadTagSpecificationMember(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, EndpointDraft draft) =>
        name == "Tags" ? FieldReader.ReadArray(ref cursor, context, name, draft, ReadTag) : cursor.Skip();

    private static bool ReadDnsOption(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, DnsOptionsDraft options)
    {
        bool complete;
        switch (name)
        {
            case "DnsRecordIpType":
                complete = FieldReader.ReadText(ref cursor, context, name, out string? type);
                options.RecordIpType = type;
                return complete;
            case "PrivateDnsOnlyForInboundResolverEndpoint":
                complete = FieldReader.ReadBoolean(ref cursor, context, name, out bool? isOnly);
                options.OnlyForInboundResolver = isOnly;
                return complete;
            case "PrivateDnsPreference":
                complete = FieldReader.ReadText(ref cursor, context, name, out string? preference);
                options.Preference = preference;
                return complete;
            case "PrivateDnsSpecifiedDomains":
                return FieldReader.ReadTexts(ref cursor, context, name, options.Domains);
            default:
                return cursor.Skip();
        }
    }

    private static bool ReadPair(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, Pair pair)
    {
        if (name != pair.FirstName && name != pair.SecondName) return cursor.Skip();
        if (!FieldReader.ReadText(ref cursor, context, name, out string? text)) return false;
        if (name == pair.FirstName) pair.First = text;
        else pair.Second = text;
        return true;
    }

    private sealed class Pair(string firstName, string secondName)
    {
        internal string FirstName => firstName;

        internal string SecondName => secondName;

        internal string? First { get; set; }

        internal string? Second { get; set; }
    }

    private sealed class DnsOptionsDraft
    {
        internal string? RecordIpType { get; set; }

        internal bool? OnlyForInboundResolver { get; set; }

        internal string? Preference { get; set; }

        internal List<string> Domains { get; } = [];
    }
}
