using System.Diagnostics.CodeAnalysis;

namespace PolicyEngine.Language;

/// <summary>A decimal number of any length, compared exactly.</summary>
/// <remarks>Immutable. <see langword="default"/> is 0. Equality is that of the value: <c>5</c>, <c>05</c> and <c>5.0</c> are
/// equal, and so are <c>0</c> and <c>-0</c>. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric">Numeric condition operators</see>.</remarks>
[SuppressMessage("Design", "CA1036", Justification = "CompareTo is all that a condition needs.")]
[SuppressMessage("Design", "MA0097", Justification = "CompareTo is all that a condition needs.")]
internal readonly struct DecimalNumber : IEquatable<DecimalNumber>, IComparable<DecimalNumber>
{
    private readonly string? text;
    private readonly int whole;
    private readonly int point;
    private readonly int end;
    private readonly bool negative;

    private DecimalNumber(string text, int whole, int point, int end, bool negative)
    {
        this.text = text;
        this.whole = whole;
        this.point = point;
        this.end = end;
        this.negative = negative;
    }

    /// <summary>The digits before the point, without leading zeros.</summary>
    private ReadOnlySpan<char> Whole => text.AsSpan(whole, point - whole);

    /// <summary>The digits after the point, without trailing zeros.</summary>
    private ReadOnlySpan<char> Fraction => end > point ? text.AsSpan(point + 1, end - point - 1) : default;

    /// <summary>Reads a number: an optional sign, digits, and optionally a point between digits.</summary>
    /// <param name="text">The text; no blanks, exponents or separators.</param>
    /// <param name="number">The number, where the result is true.</param>
    /// <returns>True where the text is a number. Linear in its length; allocates nothing.</returns>
    public static bool TryParse(string? text, out DecimalNumber number)
    {
        number = default;
        if (string.IsNullOrEmpty(text)) return false;
        int start = text[0] is '+' or '-' ? 1 : 0;
        int dot = start + CountDigits(text.AsSpan(start));
        if (dot == start) return false;
        int stop = text.Length;
        if (dot < stop)
        {
            if (text[dot] != '.' || dot + 1 == stop || CountDigits(text.AsSpan(dot + 1)) != stop - dot - 1) return false;
            while (text[stop - 1] == '0') stop--;
            if (stop == dot + 1) stop = dot;
        }

        int first = start;
        while (first < dot && text[first] == '0') first++;
        bool isZero = first == dot && stop == dot;
        number = new DecimalNumber(text, first, dot, stop, text[0] == '-' && !isZero);
        return true;
    }

    /// <summary>Compares two numbers exactly.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>Negative, zero or positive, as this number is less than, equal to or greater than the other.</returns>
    public int CompareTo(DecimalNumber other)
    {
        if (negative != other.negative) return negative ? -1 : 1;
        int magnitude = Whole.Length.CompareTo(other.Whole.Length);
        if (magnitude == 0) magnitude = Whole.SequenceCompareTo(other.Whole);
        if (magnitude == 0) magnitude = Fraction.SequenceCompareTo(other.Fraction);
        return negative ? -magnitude : magnitude;
    }

    /// <summary>Tells whether two numbers have the same value.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>True where both are equal.</returns>
    public bool Equals(DecimalNumber other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DecimalNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(negative, string.GetHashCode(Whole, StringComparison.Ordinal), string.GetHashCode(Fraction, StringComparison.Ordinal));

    /// <summary>The text as it was read.</summary>
    /// <returns>The source text; <c>0</c> for the default.</returns>
    public override string ToString() => text ?? "0";

    /// <summary>Tells whether two numbers have the same value.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where both are equal.</returns>
    public static bool operator ==(DecimalNumber left, DecimalNumber right) => left.Equals(right);

    /// <summary>Tells whether two numbers differ in value.</summary>
    /// <param name="left">One number.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(DecimalNumber left, DecimalNumber right) => !left.Equals(right);

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        int other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }
}
