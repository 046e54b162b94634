namespace PolicyEngine.Cli.Cases;

/// <summary>The condition keys of a request, as they are found: each spelling once, known or unknown.</summary>
internal sealed class ContextDraft
{
    private readonly RequestContextBuilder builder = new();
    private readonly HashSet<string> absent = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Adds a key.</summary>
    internal void Add(string name, ContextValue value, int offset)
    {
        if (!names.Add(name)) throw new CaseFormatException($"the condition key '{name}' is given twice", offset);
        try
        {
            builder.Set(name, value);
        }
        catch (ArgumentException exception)
        {
            throw new CaseFormatException(exception.MessageWithoutParameter(), offset);
        }
    }

    /// <summary>Says that the keys of a list are absent, and all that are neither there nor given are unknown.</summary>
    internal void AddAbsent(string[] keys, int offset)
    {
        builder.SetOthersUnknown();
        foreach (string key in keys)
        {
            if (!absent.Add(key)) throw new CaseFormatException($"the condition key '{key}' is given twice", offset);
            try
            {
                builder.SetAbsent(key);
            }
            catch (ArgumentException exception)
            {
                throw new CaseFormatException(exception.MessageWithoutParameter(), offset);
            }
        }
    }

    /// <summary>The first key that is absent and given; null where there is none.</summary>
    internal string? FindContradiction() => absent.Count == 0 ? null : Build().Select(static entry => entry.Key).FirstOrDefault(key => absent.Contains(key, StringComparer.OrdinalIgnoreCase) || absent.Any(family => family[^1] is '/' or ':' && key.StartsWith(family, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The context with all keys.</summary>
    internal RequestContext Build() => builder.Build();
}
