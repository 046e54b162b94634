using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads the top of an inventory, in each of its forms: an object that holds endpoints, an array of endpoints, or one endpoint.</summary>
internal static class InventoryReader
{
    internal static void Read(ref JsonCursor cursor, JsonContext context, Draft draft)
    {
        if (!cursor.Read()) return;
        bool isRead = cursor.TokenType switch
        {
            JsonTokenType.StartArray => FieldValue.ReadItems(ref cursor, context, draft, EndpointReader.Read),
            JsonTokenType.StartObject => ReadTop(ref cursor, context, draft),
            _ => ReportOther(ref cursor, context),
        };
        if (isRead) cursor.Read();
    }

    private static bool ReadTop(ref JsonCursor cursor, JsonContext context, Draft draft)
    {
        EndpointDraft bare = new();
        bool isWrapper = false;
        MemberWalk members = new(ref cursor, context);
        while (members.Next(ref cursor))
        {
            if (!ReadField(ref cursor, context, members.Name, members.NameSpan, draft, bare, ref isWrapper)) return false;
        }

        if (!members.End(ref cursor, out TextSpan span)) return false;
        if (bare.HasFields && !isWrapper) EndpointReader.Complete(context, bare, span, draft);
        else if (bare.HasFields || !isWrapper) context.Report(Descriptors.NoEndpoints, span, bare.HasFields ? "an object with both endpoints and fields of one" : "another object");
        return true;
    }

    private static bool ReadField(
        ref JsonCursor cursor, JsonContext context, string name, TextSpan nameSpan, Draft draft, EndpointDraft bare, ref bool isWrapper)
    {
        switch (name)
        {
            case "VpcEndpoints":
                isWrapper |= cursor.TokenType != JsonTokenType.Null;
                return FieldValue.ReadArray(ref cursor, context, name, draft, EndpointReader.Read);
            case "VpcEndpoint" when cursor.TokenType == JsonTokenType.Null:
                return true;
            case "VpcEndpoint":
                isWrapper = true;
                return EndpointReader.Read(ref cursor, context, draft);
            case "NextToken":
                if (!FieldValue.ReadText(ref cursor, context, name, out string? token)) return false;
                if (string.IsNullOrEmpty(token)) return true;
                draft.IsComplete = false;
                context.Report(Descriptors.MoreEndpoints, nameSpan);
                return true;
            default:
                return EndpointReader.ReadField(ref cursor, context, name, bare);
        }
    }

    private static bool ReportOther(ref JsonCursor cursor, JsonContext context)
    {
        context.Report(Descriptors.NoEndpoints, cursor.Span, cursor.Describe());
        return true;
    }

    /// <summary>An inventory while it is read.</summary>
    internal sealed class Draft(VpcEndpointServices? services)
    {
        internal VpcEndpointServices? Services => services;

        internal List<VpcEndpoint> Endpoints { get; } = [];

        internal HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        internal bool IsComplete { get; set; } = true;
    }
}
