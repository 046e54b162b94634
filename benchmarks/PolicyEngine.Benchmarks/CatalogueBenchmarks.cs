using BenchmarkDotNet.Attributes;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Benchmarks;

/// <summary>What does a name cost to look up in the catalogue, when its service was read before?</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private readonly ServiceCatalogue catalogue = ServiceCatalogue.Default;

    [GlobalSetup]
    public void Setup()
    {
        foreach (string action in new[] { "s3:GetObject", "ec2:RunInstances" }) catalogue.FindAction(action);
        catalogue.FindKey("s3:prefix");
    }

    [Benchmark(Baseline = true)]
    public CatalogueService? Service() => catalogue.FindService("s3");

    [Benchmark]
    public CatalogueAction? Action() => catalogue.FindAction("s3:GetObject");

    [Benchmark]
    public CatalogueAction? ActionInOtherCase() => catalogue.FindAction("EC2:runinstances");

    [Benchmark]
    public CatalogueAction? UnknownAction() => catalogue.FindAction("s3:GetObjekt");

    [Benchmark]
    public CatalogueKey? Key() => catalogue.FindKey("s3:prefix");

    [Benchmark]
    public CatalogueKey? KeyOfFamily() => catalogue.FindKey("aws:ResourceTag/Team");
}
