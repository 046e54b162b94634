using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks.Summary;

/// <summary>What a compiled policy keeps on the heap beside its tree.</summary>
internal static class HeapMeasurement
{
    internal static double PerStatement(int statements)
    {
        Workload workload = WorkloadCatalog.Get($"W5-{statements}");
        PolicyEvaluator evaluator = new();
        evaluator.Evaluate(PolicyCompiler.Compile(workload.Document), workload.Prepared[0]);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        CompiledPolicy policy = PolicyCompiler.Compile(workload.Document);
        evaluator.Evaluate(policy, workload.Prepared[0]);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(policy);
        return (after - before) / (double)statements;
    }
}
