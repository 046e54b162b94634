using PolicyEngine.Language;

namespace PolicyEngine.Matching.Conditions;

/// <summary>The order that a value of the request must have to a value of the policy.</summary>
internal enum Order
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Reads a text as a value that can be ordered.</summary>
internal delegate bool OrderedReader<T>(string text, out T value);

/// <summary>The numeric and date operators: exact comparison, the request's value on the left.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric">Numeric condition operators</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date condition operators</see>.</remarks>
internal sealed class OrderedMatcher<T> : ValueMatcher
    where T : struct, IComparable<T>
{
    private readonly OrderedReader<T> reader;
    private readonly Order order;
    private readonly T[] bounds;
    private readonly bool hasUnreadable;

    internal OrderedMatcher(IEnumerable<string> values, Order order, OrderedReader<T> reader)
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

    private bool Holds(int comparison) => order switch
    {
        Order.Equal => comparison == 0,
        Order.Less => comparison < 0,
        Order.LessOrEqual => comparison <= 0,
        Order.Greater => comparison > 0,
        _ => comparison >= 0,
    };
}

/// <summary>The two kinds of values that can be ordered.</summary>
internal static class OrderedReaders
{
    internal static bool ReadNumber(string text, out DecimalNumber value) => DecimalNumber.TryParse(text, out value);

    internal static bool ReadInstant(string text, out PolicyInstant value) => PolicyInstant.TryParse(text, out value);
}
