using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks.Summary;

/// <summary>Writes the table of goals into the page of the benchmarks, and the tables of BenchmarkDotNet beside it.</summary>
internal static partial class SummaryWriter
{
    private const string Start = "<!-- goals: written by benchmarks/run -->";
    private const string End = "<!-- end of goals -->";

    internal static void Write(string measured, string benchmarks)
    {
        Measured times = new(measured);
        IEnumerable<string> rows = Goals.Of(times, HeapMeasurement.PerStatement(10_000)).Select(static goal => goal.ToRow());
        string table = string.Join('\n', ["| Question | Measured | Must | Aim | Reached |", "|---|---:|---:|---:|---|", .. rows]);
        string page = Path.Combine(benchmarks, "README.md");
        string text = File.ReadAllText(page);
        int start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(page, $"{text[..start]}\n\n{table}\n\n{text[end..]}");
        CopyTables(measured, Path.Combine(benchmarks, "results"));
        WriteAheadOfTime(times, Path.Combine(benchmarks, "results", "ahead-of-time.md"));
    }

    private static void WriteAheadOfTime(Measured times, string file)
    {
        IEnumerable<string> rows =
            from name in WorkloadCatalog.Names
            from form in Measured.Forms
            let jit = times.Other($"jit {name} {form}")
            let aot = times.Other($"aot {name} {form}")
            where jit is not null && aot is not null
            select string.Create(CultureInfo.InvariantCulture, $"| {name}, {form} | {jit:0.0} | {aot:0.0} | {aot / jit:0.00} |");
        string table = string.Join('\n', ["| Nanoseconds per decision | Just in time | Ahead of time | Ratio |", "|---|---:|---:|---:|", .. rows]);
        File.WriteAllText(file, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors\n\n{table}\n");
    }

    private static void CopyTables(string measured, string results)
    {
        Directory.CreateDirectory(results);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(measured, "results"), "*-report-github.md"))
        {
            string name = Path.GetFileName(file).Replace("PolicyEngine.Benchmarks.", "", StringComparison.Ordinal).Replace("Benchmarks-report-github.md", "", StringComparison.Ordinal);
            string kebab = Word().Replace(name, static word => (word.Index == 0 ? "" : "-") + word.Value.ToLowerInvariant());
            File.WriteAllText(Path.Combine(results, kebab + ".md"), File.ReadAllText(file).Trim() + "\n");
        }
    }

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
