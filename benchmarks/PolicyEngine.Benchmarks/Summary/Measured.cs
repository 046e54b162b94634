using System.Globalization;
using System.Text.Json;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks.Summary;

/// <summary>What one run measured: the fastest times, as the machine may be shared, in nanoseconds.</summary>
internal sealed class Measured
{
    /// <summary>In bytes.</summary>
    private const int SmallestObject = 24;

    /// <summary>The forms in which requests are timed, in the order in which they are printed.</summary>
    internal static readonly string[] Forms = ["prepared", "from strings", "filled again"];

    private readonly Dictionary<string, (double Nanoseconds, double Bytes)> benchmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> others = new(StringComparer.Ordinal);

    internal Measured(string folder)
    {
        foreach (string file in Files(Path.Combine(folder, "results"), "*-report-full-compressed.json")) ReadBenchmarks(file);
        foreach (string file in Files(folder, "*.timing")) ReadTimings(Path.GetFileNameWithoutExtension(file), file);
        foreach (string file in Files(folder, "peers.json")) ReadPeers(file);
    }

    /// <summary>The time of a benchmark such as <c>GrowthBenchmarks.Repeated(Statements: 10)</c>; null when it was not run.</summary>
    internal double? Time(string benchmark) => benchmarks.TryGetValue(benchmark, out (double Nanoseconds, double Bytes) found) ? found.Nanoseconds : null;

    internal double? Ratio(string benchmark, string other) => Time(benchmark) / Time(other);

    /// <summary>The most whole bytes that a decision of any workload allocates; null when none was run. What is less than the smallest object for all
    /// requests of a workload is of other threads, shared out among them.</summary>
    internal double? MostBytesPerDecision()
    {
        double most = -1;
        foreach (string name in WorkloadCatalog.Names)
        {
            foreach (string method in new[] { nameof(AllocationBenchmarks.Known), nameof(AllocationBenchmarks.Unknown) })
            {
                if (!benchmarks.TryGetValue($"{nameof(AllocationBenchmarks)}.{method}(Name: {name})", out (double Nanoseconds, double Bytes) found)) continue;
                most = Math.Max(most, found.Bytes < SmallestObject ? 0 : Math.Floor(found.Bytes / WorkloadCatalog.Get(name).Requests.Count));
            }
        }

        return most < 0 ? null : most;
    }

    /// <summary>A time of another program, such as <c>aot W1 prepared</c> or <c>cedar-wasm W1</c>; null when it was not measured.</summary>
    internal double? Other(string name) => others.TryGetValue(name, out double found) ? found : null;

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal) : [];

    private void ReadBenchmarks(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (JsonElement benchmark in json.RootElement.GetProperty("Benchmarks").EnumerateArray())
        {
            JsonElement statistics = benchmark.GetProperty("Statistics");
            if (statistics.ValueKind != JsonValueKind.Object) continue;
            string name = benchmark.GetProperty("FullName").GetString()!.Replace("PolicyEngine.Benchmarks.", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
            double bytes = benchmark.TryGetProperty("Memory", out JsonElement memory) ? memory.GetProperty("BytesAllocatedPerOperation").GetDouble() : 0;
            benchmarks[name] = (statistics.GetProperty("Min").GetDouble(), bytes);
        }
    }

    /// <summary>Lines such as <c>W1 12.7 61.2 40.1</c>; one file may hold several rounds.</summary>
    private void ReadTimings(string program, string file)
    {
        foreach (string[] parts in File.ReadLines(file).Select(static line => line.Split(' ')))
        {
            for (int i = 0; i < Forms.Length; i++) Least($"{program} {parts[0]} {Forms[i]}", double.Parse(parts[i + 1], CultureInfo.InvariantCulture));
        }
    }

    private void Least(string name, double time) => others[name] = Math.Min(time, others.GetValueOrDefault(name, double.MaxValue));

    private void ReadPeers(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (JsonProperty peer in json.RootElement.EnumerateObject())
        {
            foreach (JsonProperty time in peer.Value.EnumerateObject()) others[$"{peer.Name} {time.Name}"] = time.Value.GetDouble();
        }
    }
}
