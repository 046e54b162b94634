namespace PolicyEngine.Facts;

/// <summary>The condition keys that policies ask for and that may follow from a call, where a request does not give them.</summary>
/// <param name="globals">The bits of the global keys.</param>
/// <param name="services">The services of which a key is asked for that the service derives.</param>
internal readonly struct AskedKeys(ulong globals, ServiceProfile[] services)
{
    /// <summary>The bits of the global keys.</summary>
    internal ulong Globals { get; } = globals;

    /// <summary>The same keys and one global key more.</summary>
    internal AskedKeys With(ConditionKey global) => new(Globals | global.Bit, services);

    /// <summary>True where a key is asked for that the service of an action derives.</summary>
    internal bool HasKeyOfService(string action)
    {
        foreach (ServiceProfile service in services)
        {
            if (service.IsOf(action)) return true;
        }

        return false;
    }
}
