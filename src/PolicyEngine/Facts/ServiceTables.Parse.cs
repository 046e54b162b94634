using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Facts;

/// <content>Reads tables of another date.</content>
public sealed partial class ServiceTables
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDepth = 8;

    /// <summary>Reads tables of another date.</summary>
    /// <param name="json">JSON of the shape of the built-in tables.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="PolicyDiagnosticException">The text is not such JSON; the exception says why.</exception>
    public static ServiceTables Parse(string json) => Parse(PolicyText.FromString(json)).GetValueOrThrow();

    /// <summary>Reads tables of another date. Never throws on text, whatever the bytes.</summary>
    /// <param name="text">JSON of the shape of the built-in tables, of at most 1 MiB.</param>
    /// <returns>The tables or errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<ServiceTables> Parse(PolicyText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        JsonContext context = new(text, MaxDepth, maxDiagnostics: 1);
        ServiceTables? tables = null;
        if (IsJson(context))
        {
            using JsonDocument json = JsonDocument.Parse(text.Utf8.ToArray());
            if (FindFault(json.RootElement) is { } fault) context.Report(Descriptors.ServiceTablesShape, new TextSpan(0, text.Length), fault);
            else tables = new ServiceTables(json.RootElement);
        }

        return new ParseResult<ServiceTables>(tables, context.Bag.ToImmutable());
    }

    private static bool IsJson(JsonContext context)
    {
        if (!context.CheckBytes(MaxBytes)) return false;
        int half = JsonString.IndexOfLoneSurrogate(context.Source.Utf8);
        if (half >= 0) context.Report(Descriptors.LoneSurrogate, new TextSpan(half, 1), context.Source.Slice(new TextSpan(half, 1)));
        JsonCursor cursor = new(context);
        if (cursor.Read() && cursor.Skip()) cursor.Read();
        return !context.Bag.HasErrors;
    }

    /// <summary>What keeps JSON from being tables; null where nothing does.</summary>
    private static string? FindFault(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return "it is not an object";
        if (!HasTexts(json, "asOf", JsonValueKind.String)) return "'asOf' is not a text";
        foreach (string list in (ReadOnlySpan<string>)["noPermissionActions", "endpointServicesWithoutPolicy", "networkActivitySources"])
        {
            if (!HasTexts(json, list, JsonValueKind.Array)) return $"'{list}' is not an array of texts";
        }

        if (!HasTexts(json, "eventSources", JsonValueKind.Object)) return "'eventSources' is not an object of texts";
        if (!json.TryGetProperty("resourceControl", out JsonElement control) || !IsSupport(control)) return "'resourceControl' has not two arrays of texts, 'prefixes' and 'exemptActions'";
        bool hasKeys = json.TryGetProperty("endpointKeys", out JsonElement keys) && keys.ValueKind == JsonValueKind.Object && keys.EnumerateObject().All(static key => IsSupport(key.Value));
        return hasKeys ? null : "'endpointKeys' is not an object of objects with two arrays of texts, 'prefixes' and 'exemptActions'";
    }

    private static bool IsSupport(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && HasTexts(json, "prefixes", JsonValueKind.Array) && HasTexts(json, "exemptActions", JsonValueKind.Array);

    /// <summary>True where a member is a text, or an array or object of texts.</summary>
    private static bool HasTexts(JsonElement json, string name, JsonValueKind kind) => json.TryGetProperty(name, out JsonElement member) && member.ValueKind == kind && kind switch
    {
        JsonValueKind.Array => member.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String),
        JsonValueKind.Object => member.EnumerateObject().All(static item => item.Value.ValueKind == JsonValueKind.String),
        _ => true,
    };
}
