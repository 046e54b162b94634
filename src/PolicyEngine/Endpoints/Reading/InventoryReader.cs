using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads the top of an inventory, whichever form it has.</summary>
internal static class InventoryReader
{
    internal static void Read(ref JsonCursor cursor, ParseContext context, InventoryDraft draft)
    {
        if (!cursor.Read()) return;
        bool isRead = cursor.TokenType switch
        {
            JsonTokenType.StartArray => ContainerReader.ReadArray(ref cursor, context, draft, ReadItem, out _),
            JsonTokenType.StartObject => ReadTop(ref cursor, context, draft),
            _ => ReportOther(ref cursor, context),
        };
        if (isRead) cursor.Read();
    }

    private static bool ReadTop(ref JsonCursor cursor, ParseContext context, InventoryDraft draft)
    {
        EndpointDraft bare = new();
        if (!ContainerReader.ReadObject(ref cursor, context, (draft, bare), ReadTopField, out TextSpan span)) return false;
        if (bare.HasFields && !draft.IsWrapper) EndpointReader.Complete(context, bare, span, draft);
        else if (bare.HasFields || !draft.IsWrapper) context.Report(Descriptors.NoEndpoints, span, bare.HasFields ? "an object with both endpoints and fields of one" : "another object");
        return true;
    }

    private static bool ReadTopField(
        ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, (InventoryDraft Inventory, EndpointDraft Bare) state)
    {
        bool isNull = cursor.TokenType == JsonTokenType.Null;
        switch (name)
        {
            case "VpcEndpoints":
                state.Inventory.IsWrapper |= !isNull;
                return FieldReader.ReadArray(ref cursor, context, name, state.Inventory, ReadItem);
            case "VpcEndpoint":
                state.Inventory.IsWrapper |= !isNull;
                return isNull || ReadItem(ref cursor, context, 0, state.Inventory);
            case "NextToken":
                if (!FieldReader.ReadText(ref cursor, context, name, out string? token)) return false;
                if (string.IsNullOrEmpty(token)) return true;
                state.Inventory.IsComplete = false;
                context.Report(Descriptors.MoreEndpoints, nameSpan);
                return true;
            default:
                return EndpointReader.ReadField(ref cursor, context, name, nameSpan, state.Bare);
        }
    }

    private static bool ReadItem(ref JsonCursor cursor, ParseContext context, int index, InventoryDraft draft)
    {
        if (cursor.TokenType != JsonTokenType.StartObject) return FieldReader.ReportWrongType(ref cursor, context, "VpcEndpoint", "an object");
        EndpointDraft endpoint = new();
        if (!ContainerReader.ReadObject(ref cursor, context, endpoint, EndpointReader.ReadField, out TextSpan span)) return false;
        EndpointReader.Complete(context, endpoint, span, draft);
        return true;
    }

    private static bool ReportOther(ref JsonCursor cursor, ParseContext context)
    {
        context.Report(Descriptors.NoEndpoints, cursor.Span, cursor.Describe());
        return true;
    }
}
