using FsCheck;
using FsCheck.Fluent;

namespace PolicyEngine.Tests.Generators;

/// <summary>Generated values, the same in every run.</summary>
internal static class Samples
{
    private const ulong Seed = 20_261_125;
    private const int Size = 60;

    internal static IReadOnlyList<T> Of<T>(Gen<T> generator, int count, int size = Size) => [.. generator.Sample(count, new Rnd(Seed, 1), size)];
}
