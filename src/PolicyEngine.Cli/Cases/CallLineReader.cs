using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the members of a line that is a request itself, as <c>policyengine request</c> prints it.</summary>
internal static class CallLineReader
{
    /// <summary>What the disposition of a request is; any other one has nothing to decide.</summary>
    internal const string Request = "request";

    /// <summary>Reads one member.</summary>
    internal static bool ReadMember(ref Utf8JsonReader reader, string name, RequestDraft draft)
    {
        switch (name)
        {
            case "disposition": _ = JsonMembers.ReadString(ref reader, name); break;
            case "actions": draft.Actions = ReadTexts(ref reader, name); break;
            case "resources": ReadResources(ref reader, name, draft); break;
            case "absent": ReadAbsent(ref reader, name, draft.Context); break;
            case "errorCode" or "denial": reader.Skip(); break;
            case "resourceAccount" or "endpoint" when reader.TokenType == JsonTokenType.Null: break;
            default: return RequestReader.ReadMember(ref reader, name, draft);
        }

        return true;
    }

    /// <summary>Why a text has nothing to decide; null when it does not say so.</summary>
    internal static string? FindDisposition(ref Utf8JsonReader reader)
    {
        string? disposition = null;
        while (reader.Read())
        {
            bool isFound = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("disposition"u8);
            if (isFound && reader.Read() && reader.TokenType == JsonTokenType.String) disposition ??= reader.GetString();
        }

        return disposition == Request ? null : disposition;
    }

    private static void ReadAbsent(ref Utf8JsonReader reader, string name, ContextDraft context)
    {
        int offset = (int)reader.TokenStartIndex;
        context.AddAbsent(JsonMembers.ReadScalars(ref reader, name) ?? throw JsonMembers.Fault(ref reader, $"'{name}' is not an array of condition keys"), offset);
    }

    private static void ReadResources(ref Utf8JsonReader reader, string name, RequestDraft draft)
    {
        draft.HasUnknownResource = reader.TokenType == JsonTokenType.Null;
        if (!draft.HasUnknownResource) draft.Resources = ReadTexts(ref reader, name);
    }

    private static string[] ReadTexts(ref Utf8JsonReader reader, string name) =>
        JsonMembers.ReadScalars(ref reader, name) ?? throw JsonMembers.Fault(ref reader, $"'{name}' is not an array");
}
