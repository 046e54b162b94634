using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the request of a case.</summary>
internal static class RequestReader
{
    /// <summary>Reads the request at which the reader is.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="given">What the command line tells of keys.</param>
    /// <param name="used">The bits of its options that were used.</param>
    internal static AuthorizationRequest Read(ref Utf8JsonReader reader, GivenKeys given, out ulong used)
    {
        int offset = (int)reader.TokenStartIndex;
        RequestDraft draft = new();
        JsonMembers.Read(ref reader, "the request", draft, ReadMember);
        Call call = draft.ToCall(offset, given, out used);
        return call.ToRequest(call.Actions[0], call.Resources!.Value[0]);
    }

    /// <summary>Reads one member.</summary>
    internal static bool ReadMember(ref Utf8JsonReader reader, string name, RequestDraft draft)
    {
        switch (name)
        {
            case "principal": draft.Principal = PrincipalReader.Read(ref reader); break;
            case "action": draft.Action = JsonMembers.ReadString(ref reader, name); break;
            case "resource": draft.Resource = JsonMembers.ReadString(ref reader, name); break;
            case "resourceAccount": draft.ResourceAccount = JsonMembers.ReadString(ref reader, name); break;
            case "resourceAccountIsManagement": draft.ResourceAccountIsManagement = JsonMembers.ReadBoolean(ref reader, name); break;
            case "context": JsonMembers.Read(ref reader, "the context", draft.Context, ReadKey); break;
            case "unknown": ReadKeys(ref reader, name, draft.Context); break;
            case "endpoint": draft.Endpoint = EndpointReader.Read(ref reader); break;
            default: return false;
        }

        return true;
    }

    private static bool ReadKey(ref Utf8JsonReader reader, string name, ContextDraft context)
    {
        int offset = (int)reader.TokenStartIndex;
        ContextValue value = JsonMembers.ReadScalars(ref reader, name) is { } values
            ? ContextValue.OfList(values)
            : ContextValue.Of(JsonMembers.ReadScalar(ref reader, name));
        context.Add(name, value, offset);
        return true;
    }

    /// <summary>Reads names of keys, and leaves their values unknown.</summary>
    internal static void ReadKeys(ref Utf8JsonReader reader, string name, ContextDraft context)
    {
        int offset = (int)reader.TokenStartIndex;
        string[] keys = JsonMembers.ReadScalars(ref reader, name) ?? throw JsonMembers.Fault(ref reader, $"'{name}' is not an array of condition keys");
        foreach (string key in keys) context.Add(key, ContextValue.Unknown, offset);
    }
}
