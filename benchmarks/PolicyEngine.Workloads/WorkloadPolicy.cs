namespace PolicyEngine.Workloads;

/// <summary>One policy of a workload as JSON, and where it is attached.</summary>
/// <param name="Kind">The slot.</param>
/// <param name="Level">The level, of control policies only.</param>
/// <param name="Json">The document.</param>
public sealed record WorkloadPolicy(PolicyType Kind, string Level, string Json)
{
    /// <summary>What the document is attached to.</summary>
    public PolicyType Type => Kind;

    /// <summary>Parses the document; growth is measured beyond what AWS would store.</summary>
    public PolicyDocument Parse() => PolicyParser.Parse(PolicyText.FromString(Json), OptionsFor(Type)).GetValueOrThrow();

    /// <summary>Options that lift the limits of size.</summary>
    public static PolicyParserOptions OptionsFor(PolicyType type) =>
        new() { Type = type, LimitsCharacters = false, MaxBytes = 1 << 26, AllowsManagedRcp = true };

    internal static WorkloadPolicy FromFile(PolicyType kind, string file, string level = "") => new(kind, level, ReadFile(file));

    internal static string ReadFile(string file)
    {
        using StreamReader reader = new(typeof(WorkloadPolicy).Assembly.GetManifestResourceStream(file + ".json")!);
        return reader.ReadToEnd();
    }
}
