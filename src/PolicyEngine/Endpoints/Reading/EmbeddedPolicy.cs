using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads a policy within the text of an endpoint, as a string that holds JSON or as an object.</summary>
/// <remarks>Findings of the policy are reported at their place in the outer text. Spans of its syntax tree cut a text of its own.</remarks>
internal static class EmbeddedPolicy
{
    internal static bool Read(ref JsonCursor cursor, JsonContext context, string name, EndpointDraft draft)
    {
        TextSpan start = cursor.Span;
        draft.PolicySpan = start;
        switch (cursor.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.String:
                ReadText(context, TextSpan.FromBounds(start.Start + 1, start.End - 1), draft);
                return true;
            case JsonTokenType.StartObject:
                if (!cursor.Skip()) return false;
                ReadObject(context, TextSpan.FromBounds(start.Start, cursor.Span.End), draft);
                return true;
            default:
                return FieldValue.ReportWrongType(ref cursor, context, name, "a string that holds a policy");
        }
    }

    private static void ReadText(JsonContext context, TextSpan body, EndpointDraft draft)
    {
        if (body.Length == 0) return;
        ReadOnlySpan<byte> raw = context.Source.Utf8.Slice(body.Start, body.Length);
        if (JsonString.IndexOfLoneSurrogate(raw) >= 0)
        {
            context.Report(Descriptors.LoneSurrogate, body, context.Source.Slice(body));
            return;
        }

        JsonString decoded = JsonString.Decode(raw);
        PolicyText text = PolicyText.FromUtf8(decoded.Utf8, $"{context.Source.Name}#{context.Path}");
        draft.Policy = Parse(context, text, span => TextSpan.FromBounds(body.Start + decoded.OriginOf(span.Start), body.Start + decoded.OriginOf(span.End)));
    }

    private static void ReadObject(JsonContext context, TextSpan body, EndpointDraft draft)
    {
        PolicyText text = PolicyText.FromUtf8(context.Source.Utf8.Slice(body.Start, body.Length), context.Source.Name, context.Source.GetPosition(body.Start));
        draft.Policy = Parse(context, text, span => new TextSpan(body.Start + span.Start, span.Length), isRead: true);
    }

    /// <summary>Parses a policy; of one that was read over already, the faults of its text were reported then.</summary>
    private static PolicyDocument? Parse(JsonContext context, PolicyText text, Func<TextSpan, TextSpan> toOuter, bool isRead = false)
    {
        PolicyParserOptions options = new() { Type = PolicyType.VpcEndpoint, Mode = ParseMode.Stored, MaxDiagnostics = context.Bag.Limit };
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(text, options);
        string path = context.Path.ToString();
        foreach (Diagnostic found in parsed.Diagnostics)
        {
            if (isRead && (found.Descriptor == Descriptors.Comment || found.Descriptor == Descriptors.TrailingComma)) continue;
            string outer = found.Path.Length == 0 ? path : $"{path}.{found.Path}";
            context.Bag.Add(new Diagnostic(found.Descriptor, found.Severity, found.Message, outer, toOuter(found.Span), context.Source) { Arguments = found.Arguments });
        }

        return parsed.Value;
    }
}
