using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PolicyEngine.CloudTrail;

/// <summary>Turns a row of a table of records back into a record: columns named by paths, and objects written as strings.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html">Query AWS CloudTrail logs</see>.</remarks>
internal static class RecordRow
{
    /// <summary>The most parts of a column's path.</summary>
    private const int MaxParts = 8;

    private static readonly string[] Objects =
    [
        "userIdentity", "requestParameters", "responseElements", "additionalEventData", "resources", "tlsDetails", "eventContext", "serviceEventDetails",
    ];

    /// <summary>Joins the columns of a row that is an array of objects with one member each.</summary>
    internal static bool TryJoin(JsonElement row, out JsonElement joined)
    {
        joined = default;
        if (row.GetArrayLength() == 0) return false;
        foreach (JsonElement column in row.EnumerateArray())
        {
            if (column.ValueKind != JsonValueKind.Object || column.EnumerateObject().Take(2).Count() != 1) return false;
        }

        joined = Write(row.EnumerateArray().SelectMany(static column => column.EnumerateObject()), static (json, members) =>
        {
            foreach (JsonProperty member in members) member.WriteTo(json);
        });
        return true;
    }

    /// <summary>The record of a row; the same value where nothing is folded.</summary>
    internal static JsonElement Unfold(JsonElement row) => row.EnumerateObject().Any(IsFolded) ? Write(row.EnumerateObject(), WriteMembers) : row;

    private static bool IsFolded(JsonProperty member) =>
        IsPath(member.Name) || (member.Value.ValueKind == JsonValueKind.String && IsObject(member.Name));

    private static bool IsPath(string name) => name.AsSpan().Count('.') is > 0 and < MaxParts;

    private static bool IsObject(string name) => Objects.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static JsonElement Write(IEnumerable<JsonProperty> members, Action<Utf8JsonWriter, IEnumerable<JsonProperty>> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            write(json, members);
            json.WriteEndObject();
        }

        return RecordJson.TryParse(buffer.WrittenSpan, out JsonElement written, 4 * RecordJson.MaxDepth) ? written : throw new UnreachableException("What is written here is JSON.");
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<JsonProperty> members)
    {
        Branch root = new();
        foreach (JsonProperty member in members)
        {
            if (IsPath(member.Name)) root.Add(member.Name.Split('.'), member.Value);
            else if (member.Value.ValueKind == JsonValueKind.String && IsObject(member.Name)) WriteText(json, member);
            else member.WriteTo(json);
        }

        root.WriteMembers(json);
    }

    private static void WriteText(Utf8JsonWriter json, JsonProperty member)
    {
        // A text such as "***" tells as little as a missing member, but stays in the record.
        if (!RecordJson.TryParse(Encoding.UTF8.GetBytes(member.Value.GetString()!), out JsonElement value))
        {
            member.WriteTo(json);
            return;
        }

        json.WritePropertyName(member.Name);
        value.WriteTo(json);
    }

    /// <summary>Columns whose paths begin alike.</summary>
    private sealed class Branch
    {
        private readonly Dictionary<string, Branch> branches = new(StringComparer.OrdinalIgnoreCase);
        private JsonElement value;

        internal void Add(ReadOnlySpan<string> path, JsonElement leaf)
        {
            Branch branch = this;
            foreach (string name in path)
            {
                if (!branch.branches.TryGetValue(name, out Branch? next)) branch.branches.Add(name, next = new Branch());
                branch = next;
            }

            branch.value = leaf;
        }

        internal void WriteMembers(Utf8JsonWriter json)
        {
            foreach ((string name, Branch branch) in branches) branch.Write(json, name);
        }

        private void Write(Utf8JsonWriter json, string name)
        {
            json.WritePropertyName(name);
            if (branches.Count == 0)
            {
                value.WriteTo(json);
                return;
            }

            json.WriteStartObject();
            WriteMembers(json);
            json.WriteEndObject();
        }
    }
}
