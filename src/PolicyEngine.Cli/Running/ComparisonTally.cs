namespace PolicyEngine.Cli.Running;

/// <summary>How many cases change, by how they do.</summary>
internal sealed class ComparisonTally
{
    private readonly long[] counts = new long[Enum.GetValues<ComparisonKind>().Length];

    /// <summary>The kinds of changes.</summary>
    internal static ReadOnlySpan<ComparisonKind> Changes => [ComparisonKind.NewlyDenied, ComparisonKind.NewlyAllowed, ComparisonKind.OtherDenial, ComparisonKind.OtherCertainty];

    /// <summary>The number of cases of a kind.</summary>
    internal long this[ComparisonKind kind] => counts[(int)kind];

    /// <summary>The number of cases that change.</summary>
    internal long Changed
    {
        get
        {
            long changed = 0;
            foreach (ComparisonKind kind in Changes) changed += this[kind];
            return changed;
        }
    }

    /// <summary>The number of cases but those with nothing to decide.</summary>
    internal long Total => Changed + this[ComparisonKind.Unchanged] + this[ComparisonKind.Fault];

    /// <summary>Counts a case.</summary>
    internal void Add(ComparisonKind kind) => counts[(int)kind]++;
}
