namespace PolicyEngine.Requests;

/// <summary>One condition key of a request as it was given.</summary>
/// <param name="Key">The key as spelled.</param>
/// <param name="Value">A string, which is the commonest value, or a <see cref="ContextValue"/>.</param>
/// <param name="GlobalsBefore">Of one beside the global keys: how many of those were given before it.</param>
/// <param name="Provenance">Where the value comes from.</param>
internal record struct ContextEntry(ConditionKey Key, object Value, byte GlobalsBefore, ContextProvenance Provenance)
{
    /// <summary>The value; of a key that is spelled in several ways, that of this spelling.</summary>
    internal readonly ContextValue ToValue() => Value switch
    {
        string text => ContextValue.Of(text),
        ContextValue { Alternatives: { IsDefault: false } all } => all[0],
        object value => (ContextValue)value,
    };
}
