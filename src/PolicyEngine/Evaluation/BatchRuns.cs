namespace PolicyEngine.Evaluation;

/// <summary>Hands out the requests of a batch in runs, and tells how many are done.</summary>
/// <remarks>Runs are short enough for threads to end together, and long enough that handing out costs nothing beside deciding. Safe for concurrent use.</remarks>
internal sealed class BatchRuns(int total, IProgress<int>? progress)
{
    private const int Length = 128;
    private readonly Lock reporting = new();
    private int taken;
    private int done;

    /// <summary>The number of runs.</summary>
    internal int Count { get; } = (int)(((long)total + Length - 1) / Length);

    /// <summary>Takes the next run; false when there is none.</summary>
    internal bool TryTake(out Range range)
    {
        int run = Interlocked.Increment(ref taken) - 1;
        bool exists = run < Count;
        range = exists ? (run * Length)..(int)Math.Min(((long)run + 1) * Length, total) : default;
        return exists;
    }

    /// <summary>Reports that the requests of a run are decided.</summary>
    internal void Complete(int count)
    {
        if (progress is null) return;
        lock (reporting)
        {
            done += count;
            progress.Report(done);
        }
    }
}
