namespace PolicyEngine.Benchmarks.Summary;

/// <summary>The goals, and which benchmarks measure them.</summary>
internal static class Goals
{
    private const string Small = "(Statements: 10)";
    private const string Large = "(Statements: 10000)";

    /// <summary>The row of the table of engines, for a server that uses its requests again.</summary>
    private const string Refilled = "PolicyEngine, from strings, one request filled again";

    internal static IEnumerable<Goal> Of(Measured m, double heapPerStatement) =>
        [.. Deciding(m), .. Growing(m), .. Reading(m, heapPerStatement), .. Running(m)];

    private static Goal[] Deciding(Measured m) =>
    [
        new("W1, two statements / written by hand over strings", 10, 6, m.Ratio("SecretPolicyBenchmarks.Compiled", "SecretPolicyBenchmarks.HandWrittenStrings")),
        new("W1 / written by hand over a dictionary", 2.5, 1.5, m.Ratio("SecretPolicyBenchmarks.Compiled", "SecretPolicyBenchmarks.HandWrittenDictionary")),
        Faster("W1 faster than the naive interpreter", 5, 10, m.Ratio("SecretPolicyBenchmarks.Naive", "SecretPolicyBenchmarks.Compiled")),
        Faster("W1 from strings faster than iam-simulate", 250, 500, m.Other("iam-simulate W1") / m.Other($"{Refilled} W1")),
        Faster("W1 from strings faster than cedar-wasm", 600, 1_200, m.Other("cedar-wasm W1") / m.Other($"{Refilled} W1")),
        Faster("W4, 20 statements, faster than the naive interpreter", 8, 13, m.Ratio("IdentityPolicyBenchmarks.Naive", "IdentityPolicyBenchmarks.Compiled")),
        Faster("W4 faster than iam-simulate", 3_000, 5_000, m.Other("iam-simulate W4") / m.Other("PolicyEngine W4")),
        Faster("W7, long conditions, faster than the naive interpreter", 120, 250, m.Ratio("ConditionBenchmarks.Naive", "ConditionBenchmarks.Compiled")),
        Faster("W8, all kinds of policies, faster than the naive interpreter", 12, 22, m.Ratio("LayerBenchmarks.Naive", "LayerBenchmarks.Compiled")),
        new("W8 / W1", 8, 5.5, m.Ratio("LayerBenchmarks.Compiled", "LayerBenchmarks.CompiledW1")),
        new("Bytes per decision, the worst workload, unknown keys included", 0, 0, m.MostBytesPerDecision(), " B"),
    ];

    private static Goal[] Growing(Measured m) =>
    [
        new("W5 at 10,000 statements / at 10, requests repeated", 3, 2, m.Ratio("GrowthBenchmarks.Repeated" + Large, "GrowthBenchmarks.Repeated" + Small)),
        new("W5 at 10,000 / at 10, 4,096 random requests", 4, 2.5, m.Ratio("GrowthBenchmarks.Random" + Large, "GrowthBenchmarks.Random" + Small)),
        new("W5L, leading stars, at 10,000 / at 10", 2, 1.3, OnePart(m, "W5L")),
        new("W5C, condition values, at 10,000 / at 10", 1.5, 1.1, OnePart(m, "W5C")),
        new("An action seen first, 10,000 statements", 5, 0.5, m.Time("FirstSeenActionBenchmarks.FirstSeen") / 1_000, " µs"),
        new("Star bombs: time per character and pattern / one comparison", 40, 10,
            m.Ratio("StarBombBenchmarks.Compiled(Name: W6-large-bomb)", "StarBombBenchmarks.OneComparisonPerCharacter(Name: W6-large-bomb)")),
        new("Star bombs: text of double length / single", 2.5, 2.1, m.Ratio("StarBombBenchmarks.Compiled(Name: W6-larger-bomb)", "StarBombBenchmarks.Compiled(Name: W6-large-bomb)")),
    ];

    private static Goal[] Reading(Measured m, double heapPerStatement) =>
    [
        new("Request filled again, per key by handle", 5, 3, m.Time("RequestBuildingBenchmarks.HandlesAgain"), " ns"),
        new("Request filled again, per key by name", 15, 8, m.Time("RequestBuildingBenchmarks.NamesAgain"), " ns"),
        .. new[] { "1 KB", "6 KB", "20 KB" }.Select(size => new Goal($"Parse {size} / `JsonDocument.Parse`", 1.6, 1.3, Parsing(m, size))),
        new("Parse the managed policies / `JsonDocument.Parse`", 2.3, 1.6, Parsing(m, "managed policies")),
        new("Compile, per statement of 10,000", 5, 1.5, m.Time("CompilingBenchmarks.Compile" + Large) / 10_000 / 1_000, " µs"),
        new("Heap per statement of 10,000, beside the tree", 700, 300, heapPerStatement, " B"),
    ];

    private static Goal[] Running(Measured m) =>
    [
        .. new[] { "W1", "W4", "W7", "W8", "W5-10000" }.Select(name => new Goal($"{name} compiled ahead of time / just in time", 1.25, 1.1, m.Other($"aot {name} prepared") / m.Other($"jit {name} prepared"))),
        Faster("Two threads / one", 1.7, 1.9, 2 / m.Ratio("ThreadBenchmarks.TwoThreads", "ThreadBenchmarks.OneThread")),
    ];

    private static Goal Faster(string title, double must, double aim, double? value) => new(title, must, aim, value, "×", IsAtLeast: true);

    private static double? OnePart(Measured m, string family) =>
        m.Ratio($"OnePartBenchmarks.Compiled(Family: {family}, Statements: 10000)", $"OnePartBenchmarks.Compiled(Family: {family}, Statements: 10)");

    private static double? Parsing(Measured m, string document) =>
        m.Ratio($"ParsingBenchmarks.FromBytes(Document: {document})", $"ParsingBenchmarks.JsonOnly(Document: {document})");
}
