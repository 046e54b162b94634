using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads the output of <c>describe-vpc-endpoint-services</c>.</summary>
internal static class ServicesReader
{
    private static readonly FieldTable<Detail> DetailFields = new FieldTable<Detail>()
        .Text("ServiceName", static (detail, name) => detail.Name = name)
        .Boolean("VpcEndpointPolicySupported", static (detail, isSupported) => detail.IsSupported = isSupported);

    private static readonly FieldTable<Dictionary<string, bool>> Fields = new FieldTable<Dictionary<string, bool>>()
        .Objects("ServiceDetails", DetailFields, static (supported, detail) =>
        {
            if (detail is { Name: { } name, IsSupported: { } isSupported }) supported[name] = isSupported;
        });

    internal static void Read(ref JsonCursor cursor, JsonContext context, Dictionary<string, bool> supported)
    {
        if (!cursor.Read()) return;
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            context.Report(Descriptors.NoEndpointServices, cursor.Span, cursor.Describe());
            return;
        }

        bool hasDetails = false;
        MemberWalk members = new(ref cursor, context);
        while (members.Next(ref cursor))
        {
            bool isNull = cursor.TokenType == JsonTokenType.Null;
            if (!Fields.ReadField(ref cursor, context, members.Name, supported, out bool isDetails)) return;
            if (isDetails) hasDetails = !isNull;
        }

        if (!members.End(ref cursor, out TextSpan span)) return;
        if (!hasDetails) context.Report(Descriptors.NoEndpointServices, span, "another object");
        cursor.Read();
    }

    private sealed class Detail
    {
        internal string? Name { get; set; }

        internal bool? IsSupported { get; set; }
    }
}
