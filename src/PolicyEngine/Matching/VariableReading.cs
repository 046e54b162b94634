namespace PolicyEngine.Matching;

/// <summary>One way to read the variables of a policy text in a request.</summary>
/// <remarks>The empty value is read once as no value and once as empty text, for all variables alike; of names that differ in
/// letter case only, each value is tried with each value of the others. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal readonly ref struct VariableReading
{
    private readonly ref readonly VariableReadings readings;
    private readonly int index;

    internal VariableReading(ref readonly VariableReadings readings, int index)
    {
        this.readings = ref readings;
        this.index = index;
    }

    /// <summary>Whether an empty value counts as a value.</summary>
    internal bool KeepsEmptyText => (index & 1) != 0;

    /// <summary>Which of the values of a key counts.</summary>
    internal ContextValue Choose(string key, ReadOnlySpan<ContextValue> values) => values[readings.PlaceOf(key, index / 2)];
}
