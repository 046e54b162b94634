namespace PolicyEngine.Cli.Cases;

/// <summary>The condition keys of a request, as they are found: each spelling once, known or unknown.</summary>
internal sealed class ContextDraft
{
    private readonly RequestContextBuilder builder = new();
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

    /// <summary>The context with all keys.</summary>
    internal RequestContext Build() => builder.Build();
}
