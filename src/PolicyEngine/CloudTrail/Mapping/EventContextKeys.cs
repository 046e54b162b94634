using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The condition keys and tags that enriched records tell themselves; they win over whatever is derived.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-context-events.html">Enrich CloudTrail events by adding resource tag keys and IAM global condition keys</see>.</remarks>
internal static class EventContextKeys
{
    internal static void Write(KeyKnowledge keys, CloudTrailRecord record, ImmutableArray<RecordCheck> checks)
    {
        JsonElement context = RecordJson.Find(record.Json, "eventContext");
        WriteKeys(keys, RecordJson.Find(context, "requestContext"), nested: true);
        JsonElement tags = RecordJson.Find(context, "tagContext");
        WriteTags(keys, "aws:PrincipalTag/", RecordJson.Find(tags, "principalTags"));
        string[] resources = [.. checks.Select(static check => check.Resource ?? "").Distinct(StringComparer.Ordinal)];
        if (resources is not [var only]) return;
        foreach (JsonElement resource in RecordJson.Items(RecordJson.Find(tags, "resourceTags")))
        {
            if (RecordJson.Text(resource, "arn") == only) WriteTags(keys, "aws:ResourceTag/", RecordJson.Find(resource, "tags"));
        }
    }

    private static void WriteKeys(KeyKnowledge keys, JsonElement members, bool nested)
    {
        if (members.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            if (nested && member.Value.ValueKind == JsonValueKind.Object) WriteKeys(keys, member.Value, nested: false);
            if (!IsKey(member.Name)) continue;
            string?[] values = [.. RecordJson.Items(member.Value).Select(RecordJson.TextOf)];
            if (values.Length == 1) keys.SetOrUnknown(member.Name, values[0]);
            else if (values.Length > 1 && !values.Contains(null) && IsMultivalued(member.Name)) keys.SetList(member.Name, values!);
            else if (RecordJson.TextOf(member.Value) is { } value) keys.Set(member.Name, value);
        }
    }

    /// <summary>Tags as an object, or as a list of objects with key and value.</summary>
    private static void WriteTags(KeyKnowledge keys, string family, JsonElement tags)
    {
        IEnumerable<(string? Name, string? Value)> members = tags.ValueKind == JsonValueKind.Object
            ? tags.EnumerateObject().Select(static tag => ((string?)tag.Name, tag.Value.ValueKind == JsonValueKind.String ? tag.Value.GetString() : null))
            : RecordJson.Items(tags).Select(static tag => (RecordJson.Text(tag, "key"), RecordJson.Text(tag, "value")));
        keys.SetFamily(family, members.Where(static tag => !string.IsNullOrEmpty(tag.Name)).Select(static tag => (tag.Name!, tag.Value)));
    }

    private static bool IsKey(string name)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 1 < name.Length && name[^1] is not ('/' or ':');
    }

    private static bool IsMultivalued(string name) => ConditionKeys.Find(name) is not { IsMultivalued: false };
}
