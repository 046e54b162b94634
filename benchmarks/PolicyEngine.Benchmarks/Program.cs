using BenchmarkDotNet.Running;
using PolicyEngine.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ParseBenchmarks).Assembly).Run(args);
