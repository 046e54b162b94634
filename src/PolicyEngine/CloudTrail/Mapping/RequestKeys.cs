using System.Text.Json;
using PolicyEngine.Facts;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The condition keys that services take from the parameters of a call. Those that the parameters do not show are unknown, whole families of them.</summary>
internal static class RequestKeys
{
    private static readonly Lazy<ILookup<string, (string Parameter, string Key)>> Known = new(static () =>
        FactTable.ReadRows("ParameterKeys").ToLookup(static row => row[0], static row => (row[1], row[2]), StringComparer.Ordinal));

    internal static void Write(KeyKnowledge keys, CloudTrailRecord record, RequestPrincipal caller, EventMapping mapping, RecordedCaller recorded)
    {
        JsonElement parameters = Parameters.Of(record);
        foreach ((string parameter, string key) in Known.Value[mapping.Prefix])
        {
            if (Parameters.Text(parameters, parameter) is { } value) keys.Set(key, value);
        }

        if (mapping.Prefix == "kms") WriteEncryption(keys, parameters);
        WriteTags(keys, parameters);
        WriteClaims(keys, record, caller, recorded.Subject);

        // AWS: only credentials of a temporary delegation have the account of the product provider.
        if (RecordJson.Text(RecordJson.Find(RecordJson.Find(record.Json, "userIdentity"), "invokedByDelegate"), "accountId") is { } provider) keys.Set("aws:ViaCustomerDomain", provider);
        keys.SetUnknown($"{mapping.Prefix}:");
    }

    private static void WriteEncryption(KeyKnowledge keys, JsonElement parameters)
    {
        keys.SetUnknown("kms:ViaService", "kms:EncryptionContext:");
        if (!RecordJson.TryFind(parameters, "encryptionContext", out JsonElement context) || context.ValueKind != JsonValueKind.Object) return;
        keys.SetFamily("kms:EncryptionContext:", context.EnumerateObject()
            .Where(static pair => pair.Name.Length > 0 && RecordJson.TextOf(pair.Value) is not null)
            .Select(static pair => (pair.Name, RecordJson.TextOf(pair.Value))));
    }

    /// <summary>A call whose parameters are known and name no tags at any depth carries none.</summary>
    private static void WriteTags(KeyKnowledge keys, JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Object && !MentionsTags(parameters)) keys.SetAbsent("aws:RequestTag/", "aws:TagKeys");
        else keys.SetUnknown("aws:RequestTag/", "aws:TagKeys");
    }

    private static bool MentionsTags(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(static member => member.Name.Contains("tag", StringComparison.OrdinalIgnoreCase) || MentionsTags(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(MentionsTags),
        _ => false,
    };

    /// <summary>The claims of a token, of which records show the subject only.</summary>
    private static void WriteClaims(KeyKnowledge keys, CloudTrailRecord record, RequestPrincipal caller, string? subject)
    {
        if (caller.Kind == CallerType.Saml)
        {
            keys.SetOrUnknown("saml:sub", subject);
            keys.SetUnknown("saml:aud", "saml:iss", "saml:");
            if (record.UserIdentity.IdentityProvider is { } qualifier && qualifier != caller.Provider) keys.Set("saml:namequalifier", qualifier);
            return;
        }

        if (caller.Kind != CallerType.WebIdentity) return;
        string provider = caller.Provider!;
        int named = provider.IndexOf(":oidc-provider/", StringComparison.Ordinal);
        string host = named < 0 ? provider : provider[(named + ":oidc-provider/".Length)..];

        // AWS: Amazon and Facebook have names of their own for subject and audience.
        (string sub, string aud) = host switch
        {
            "www.amazon.com" => ("user_id", "app_id"),
            "graph.facebook.com" => ("id", "app_id"),
            _ => ("sub", "aud"),
        };
        keys.SetOrUnknown($"{host}:{sub}", subject);
        keys.SetUnknown($"{host}:{aud}", $"{host}:");
    }
}
