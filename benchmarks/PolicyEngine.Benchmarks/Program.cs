using BenchmarkDotNet.Running;
using PolicyEngine.Benchmarks;
using PolicyEngine.Benchmarks.Summary;

// export FOLDER WORKLOAD…   writes workloads as JSON
// summary MEASURED BENCHMARKS   writes the goals and tables from what was measured
// anything else             is for BenchmarkDotNet
if (args is ["export", var folder, .. var names]) WorkloadExport.Write(folder, names);
else if (args is ["summary", var measured, var benchmarks]) SummaryWriter.Write(measured, benchmarks);
else BenchmarkSwitcher.FromAssembly(typeof(SecretPolicyBenchmarks).Assembly).Run(args);
