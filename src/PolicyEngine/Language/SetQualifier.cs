namespace PolicyEngine.Syntax;

/// <summary>How a condition operator treats a key with several values.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued vs. multivalued context keys</see>.</remarks>
public enum SetQualifier
{
    /// <summary>No set operator: the key has one value.</summary>
    None = 0,

    /// <summary><c>ForAllValues:</c>: every value of the request matches; true when there is none.</summary>
    ForAllValues = 1,

    /// <summary><c>ForAnyValue:</c>: at least one value of the request matches; false when there is none.</summary>
    ForAnyValue = 2,
}
