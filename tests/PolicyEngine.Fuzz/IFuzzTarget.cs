namespace PolicyEngine.Fuzz;

/// <summary>One entrance of the library, with what must hold whatever bytes come in.</summary>
internal interface IFuzzTarget
{
    /// <summary>Feeds the bytes and checks what comes out.</summary>
    /// <exception cref="BrokenPromiseException">Something does not hold. Any other exception is a find, too.</exception>
    void Run(byte[] bytes);

    /// <summary>Inputs to begin with.</summary>
    IEnumerable<byte[]> GetSeeds(SeedFolders folders);
}
