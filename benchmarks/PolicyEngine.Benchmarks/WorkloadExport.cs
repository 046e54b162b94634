using System.Text.Json;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>Writes workloads as JSON, for programs in other languages that do the same work.</summary>
internal static class WorkloadExport
{
    internal static void Write(string folder, IEnumerable<string> names)
    {
        Directory.CreateDirectory(folder);
        foreach (string name in names)
        {
            using FileStream file = File.Create(Path.Combine(folder, name + ".json"));
            using Utf8JsonWriter writer = new(file);
            Write(writer, WorkloadCatalog.Get(name));
        }
    }

    private static void Write(Utf8JsonWriter writer, Workload workload)
    {
        writer.WriteStartObject();
        writer.WriteString("name", workload.Name);
        writer.WriteStartArray("policies");
        foreach (WorkloadPolicy policy in workload.Policies)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", PolicyTypeNames.NameOf(policy.Kind));
            writer.WriteString("level", policy.Level);
            writer.WritePropertyName("document");
            writer.WriteRawValue(policy.Json);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("requests");
        for (int i = 0; i < workload.Requests.Count; i++) Write(writer, workload.Requests[i], BenchmarkPolicy.Ask(workload, [workload.Prepared[i]]) == 1);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RequestTexts request, bool isAllowed)
    {
        writer.WriteStartObject();
        writer.WriteString("name", request.Name);
        writer.WriteString("principal", request.Principal);
        if (request.Role is not null) writer.WriteString("role", request.Role);
        writer.WriteString("action", request.Action);
        writer.WriteString("resource", request.Resource);
        writer.WriteString("resourceAccount", RequestTexts.ResourceAccount);
        writer.WriteStartObject("context");
        foreach (KeyTexts key in request.Context)
        {
            writer.WritePropertyName(key.Name);
            if (key.IsList) writer.WriteStartArray();
            foreach (string value in key.Values) writer.WriteStringValue(value);
            if (key.IsList) writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteBoolean("allowed", isAllowed);
        writer.WriteEndObject();
    }
}
