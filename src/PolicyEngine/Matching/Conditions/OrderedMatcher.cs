namespace PolicyEngine.Matching.Conditions;

/// <summary>The numeric and date operators: exact comparison, the request's value on the left.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric">Numeric condition operators</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date condition operators</see>.</remarks>
internal sealed class OrderedMatcher<T> : ValueMatcher
    where T : struct, IComparable<T>
{
    private readonly Reader reader;
    private readonly Order order;
    private readonly T[] bounds;
    private readonly bool hasUnreadable;

    internal OrderedMatcher(IEnumerable<string> values, Order order, Reader reader)
    {
        this.order = order;
        this.reader = reader;
        List<T> readable = [];
        foreach (string text in values)
        {
            if (reader(text, out T value)) readable.Add(value);
            else hasUnreadable = true;
        }

        bounds = [.. readable];
    }

    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        if (!reader(value, out T own)) return MatchResult.Undecided(MatchReason.ValueUnreadable);
        bool matches = false;
        foreach (T bound in bounds) matches |= Holds(own.CompareTo(bound));
        return AnyOf(matches, hasUnreadable);
    }

    /// <summary>Reads a text as a value that can be ordered.</summary>
    internal delegate bool Reader(string text, out T value);

    private bool Holds(int comparison) => order switch
    {
        Order.Equal => comparison == 0,
        Order.Less => comparison < 0,
        Order.LessOrEqual => comparison <= 0,
        Order.Greater => comparison > 0,
        _ => comparison >= 0,
    };
}
