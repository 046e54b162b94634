using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads the output of <c>describe-vpc-endpoint-services</c>.</summary>
internal static class ServicesReader
{
    internal static void Read(ref JsonCursor cursor, ParseContext context, Dictionary<string, bool> supported)
    {
        if (!cursor.Read()) return;
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            context.Report(Descriptors.NoEndpointServices, cursor.Span, cursor.Describe());
            return;
        }

        Draft draft = new(supported);
        if (!ContainerReader.ReadObject(ref cursor, context, draft, ReadTopField, out TextSpan span)) return;
        if (!draft.HasDetails) context.Report(Descriptors.NoEndpointServices, span, "another object");
        cursor.Read();
    }

    private static bool ReadTopField(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, Draft draft)
    {
        if (name != "ServiceDetails") return cursor.Skip();
        draft.HasDetails = cursor.TokenType != JsonTokenType.Null;
        return FieldReader.ReadArray(ref cursor, context, name, draft, ReadDetail);
    }

    private static bool ReadDetail(ref JsonCursor cursor, ParseContext context, int index, Draft draft)
    {
        draft.Name = null;
        draft.IsSupported = null;
        if (!FieldReader.ReadObject(ref cursor, context, "ServiceDetails", draft, ReadField)) return false;
        if (draft.Name is { } name && draft.IsSupported is { } isSupported) draft.Supported[name] = isSupported;
        return true;
    }

    private static bool ReadField(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, Draft draft)
    {
        bool complete;
        switch (name)
        {
            case "ServiceName":
                complete = FieldReader.ReadText(ref cursor, context, name, out string? text);
                draft.Name = text;
                return complete;
            case "VpcEndpointPolicySupported":
                complete = FieldReader.ReadBoolean(ref cursor, context, name, out bool? isSupported);
                draft.IsSupported = isSupported;
                return complete;
            default:
                return cursor.Skip();
        }
    }

    private sealed class Draft(Dictionary<string, bool> supported)
    {
        internal Dictionary<string, bool> Supported => supported;

        internal bool HasDetails { get; set; }

        internal string? Name { get; set; }

        internal bool? IsSupported { get; set; }
    }
}
