namespace PolicyEngine.Facts;

/// <summary>A partition of AWS: accounts, ARNs and Regions of one never reach another.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Identify AWS resources with ARNs</see>.</remarks>
internal sealed class Partition
{
    private static readonly Lazy<Partition[]> Rows = new(static () => [.. FactTable.ReadRows("Partitions").Select(static row => new Partition(row))]);

    private Partition(string[] row)
    {
        Name = row[0];
        Suffix = row[1];
        DualStackSuffix = row[2];
        Areas = row[3].Split(' ');
        ControlRegion = row[4];
        Source = row[5];
        AsOf = row[6];
    }

    /// <summary>All partitions.</summary>
    internal static ReadOnlySpan<Partition> All => Rows.Value;

    /// <summary>The name in ARNs, such as <c>aws</c>.</summary>
    internal string Name { get; }

    /// <summary>The DNS suffix of service names and of endpoint names.</summary>
    internal string Suffix { get; }

    /// <summary>The DNS suffix of names that also have IPv6 addresses.</summary>
    internal string DualStackSuffix { get; }

    /// <summary>How the names of its Regions begin, such as <c>us</c> in <c>us-west-2</c>.</summary>
    internal string[] Areas { get; }

    /// <summary>The Region that most global services call home.</summary>
    internal string ControlRegion { get; }

    /// <summary>The page that says so.</summary>
    internal string Source { get; }

    /// <summary>The month of that page, such as <c>2026-05</c>.</summary>
    internal string AsOf { get; }

    /// <summary>The month of the newest page in the table.</summary>
    internal static string TableAsOf => Rows.Value.Max(static partition => partition.AsOf)!;
}
