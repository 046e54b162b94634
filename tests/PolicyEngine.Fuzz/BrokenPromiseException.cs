namespace PolicyEngine.Fuzz;

/// <summary>Says that something does not hold of an input.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    /// <summary>Throws unless something holds.</summary>
    internal static void ThrowUnless(bool holds, string promise)
    {
        if (!holds) throw new BrokenPromiseException(promise);
    }
}
