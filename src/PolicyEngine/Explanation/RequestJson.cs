using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyEngine.Explanation;

/// <summary>Writes requests as JSON, with the members that request lines have.</summary>
internal static class RequestJson
{
    /// <summary>A request as one object.</summary>
    internal static void Write(Utf8JsonWriter json, AuthorizationRequest request)
    {
        json.WriteStartObject();
        json.WritePropertyName("principal"u8);
        WritePrincipal(json, request.Principal);
        json.WriteString("action"u8, request.Action);
        json.WriteString("resource"u8, request.Resource);
        WriteText(json, "resourceAccount", request.ResourceAccount);
        WriteContext(json, request.Context);
        WriteTexts(json, "unknown", request.Context.Where(static entry => entry.Value.IsUnknown).Select(static entry => entry.Key).ToArray());
        if (request.Endpoint is { } endpoint) WriteEndpoint(json, endpoint);
        json.WriteEndObject();
    }

    /// <summary>A caller as one object.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="userId">The value of aws:userid; null where it is not told apart from the condition keys.</param>
    internal static void WritePrincipal(Utf8JsonWriter json, RequestPrincipal caller, string? userId = null)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, CamelCase(caller.Kind));
        WriteText(json, "arn", caller.Arn?.Text);
        WriteText(json, "roleArn", caller.RoleArn?.Text);
        WriteText(json, "issuerArn", caller.IssuerArn?.Text);
        WriteText(json, "account", caller.Account);
        if (caller.Account is not null) WriteText(json, "userId", userId);
        WriteText(json, "uniqueId", caller.UniqueId);
        if (caller.ServiceNames.Count > 0) json.WriteString("service"u8, caller.ServiceNames[0]);
        WriteText(json, "provider", caller.Provider);
        if (caller.IsServiceLinkedRole) json.WriteBoolean("isServiceLinkedRole"u8, value: true);
        json.WriteEndObject();
    }

    /// <summary>The member <c>context</c>: the keys with a value, one as a text and several as a list.</summary>
    internal static void WriteContext(Utf8JsonWriter json, RequestContext context)
    {
        json.WriteStartObject("context"u8);
        foreach ((string name, ContextValue value) in context)
        {
            if (value.IsUnknown) continue;
            if (value.IsList) WriteTexts(json, name, value.Values);
            else json.WriteString(name, value.Values[0]);
        }

        json.WriteEndObject();
    }

    /// <summary>The member <c>endpoint</c>.</summary>
    internal static void WriteEndpoint(Utf8JsonWriter json, RequestEndpoint endpoint)
    {
        json.WriteStartObject("endpoint"u8);
        if (endpoint.Type is VpcEndpointType.Interface or VpcEndpointType.Gateway) json.WriteString("type"u8, CamelCase(endpoint.Type));
        WriteText(json, "id", endpoint.Id);
        WriteText(json, "vpcId", endpoint.VpcId);
        json.WriteEndObject();
    }

    /// <summary>A member that is a list of texts.</summary>
    internal static void WriteTexts(Utf8JsonWriter json, string name, ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <inheritdoc cref="WriteTexts(Utf8JsonWriter, string, ReadOnlySpan{string})"/>
    internal static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> values) => WriteTexts(json, name, values.AsSpan());

    /// <summary>The name of a value of an enumeration, as JSON has it.</summary>
    internal static string CamelCase<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
