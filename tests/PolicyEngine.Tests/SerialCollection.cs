namespace PolicyEngine.Tests;

/// <summary>Tests beside which no others run.</summary>
[CollectionDefinition(nameof(SerialCollection), DisableParallelization = true)]
public sealed class SerialCollection;
