namespace PolicyEngine.Requests;

/// <summary>One condition key of a request as it was given.</summary>
/// <param name="Name">The name as spelled.</param>
/// <param name="Value">A string, which is the commonest value, or a <see cref="ContextValue"/>.</param>
/// <param name="Provenance">Where the value comes from.</param>
internal readonly record struct ContextEntry(string Name, object Value, ContextProvenance Provenance)
{
    internal ContextValue ToValue() => Value as ContextValue ?? ContextValue.Of((string)Value);
}

/// <summary>The value of a global key. (An array of these is written without asking for the types of its items.)</summary>
internal readonly record struct ContextSlot(object Value);
