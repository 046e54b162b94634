namespace PolicyEngine.Requests;

/// <summary>One condition key of a request as it was given.</summary>
/// <param name="Name">The name as spelled.</param>
/// <param name="Value">The value.</param>
/// <param name="Provenance">Where the value comes from.</param>
internal readonly record struct ContextEntry(string Name, ContextValue Value, ContextProvenance Provenance);
