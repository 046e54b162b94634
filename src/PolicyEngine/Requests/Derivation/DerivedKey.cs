namespace PolicyEngine.Requests.Derivation;

/// <summary>A condition key as it follows from a call.</summary>
/// <param name="State">What is known.</param>
/// <param name="Value">Of a present key: a string, or a <see cref="ContextValue"/> with several; of an unknown one what is known of it, or null.</param>
internal readonly record struct DerivedKey(KeyState State, object? Value = null)
{
    internal static DerivedKey Untold => default;

    internal static DerivedKey Absent => new(KeyState.Absent);

    internal static DerivedKey Unknown => new(KeyState.Unknown);

    /// <summary>A value that cannot be known, and of which it is known what it is not.</summary>
    internal static DerivedKey OfForeign(ForeignValue foreign) => new(KeyState.Unknown, ContextValue.OfForeign(foreign));

    internal static DerivedKey Of(string value) => new(KeyState.Present, value);

    internal static DerivedKey Of(bool value) => Of(value ? "true" : "false");

    internal static DerivedKey OfList(ContextValue values) => new(KeyState.Present, values);

    /// <summary>A present key; untold where the value is null.</summary>
    internal static DerivedKey OrUntold(string? value) => value is null ? Untold : Of(value);

    /// <summary>The value of a present key, and otherwise unknown.</summary>
    internal ContextValue ToValue() => Value switch
    {
        string text => ContextValue.Of(text),
        ContextValue values => values,
        _ => ContextValue.Unknown,
    };
}
