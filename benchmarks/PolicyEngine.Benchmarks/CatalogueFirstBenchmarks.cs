using BenchmarkDotNet.Attributes;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Benchmarks;

/// <summary>What does the first look-up in a service cost, which reads the service? EC2 is the largest of all.</summary>
[MemoryDiagnoser]
public class CatalogueFirstBenchmarks
{
    private ServiceCatalogue catalogue = null!;

    [Params("s3:GetObject", "ec2:RunInstances")]
    public string Action { get; set; } = "";

    [IterationSetup]
    public void Read() => catalogue = ServiceCatalogue.ReadBuiltIn();

    [Benchmark]
    public CatalogueAction? First() => catalogue.FindAction(Action);
}
