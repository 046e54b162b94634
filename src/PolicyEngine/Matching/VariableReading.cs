using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>One way to read the variables of a policy text in a request.</summary>
/// <remarks>The empty value is read once as no value and once as empty text, for all variables alike; of names that differ in
/// letter case only, each value is tried with each value of the others. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
/// <param name="Readings">All ways.</param>
/// <param name="Index">Which of them, below <see cref="VariableReadings.Count"/>.</param>
internal readonly record struct VariableReading(VariableReadings Readings, int Index)
{
    internal static VariableReading Only { get; } = new(VariableReadings.One, 0);

    /// <summary>Whether an empty value counts as a value.</summary>
    internal bool KeepsEmptyText => (Index & 1) != 0;

    /// <summary>Which of the values of a key counts.</summary>
    internal ContextValue Choose(string key, ReadOnlySpan<ContextValue> values)
    {
        int rest = Index / 2;
        foreach ((string name, int count) in Readings.Conflicts)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase)) return values[rest % count];
            rest /= count;
        }

        return values[0];
    }
}
