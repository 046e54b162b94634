using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyEngine.Language;

/// <summary>An instant as condition values write it, exact to the nanosecond.</summary>
/// <remarks>Immutable; <see langword="default"/> is 1970-01-01T00:00:00Z. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date condition operators</see>.</remarks>
/// <param name="Seconds">Seconds since 1970-01-01T00:00:00Z; negative before.</param>
/// <param name="Nanoseconds">Nanoseconds past <paramref name="Seconds"/>, 0 to 999,999,999.</param>
[SuppressMessage("Design", "CA1036", Justification = "CompareTo is all that a condition needs.")]
[SuppressMessage("Design", "MA0097", Justification = "CompareTo is all that a condition needs.")]
internal readonly record struct PolicyInstant(long Seconds, int Nanoseconds) : IComparable<PolicyInstant>
{
    /// <summary>Reads a date, a date with time and zone, or seconds since 1970.</summary>
    /// <remarks>A date without time is midnight UTC, an instant and not a day. Four digits are refused, being a year as well as
    /// seconds, and so are milliseconds.</remarks>
    /// <param name="text">The text: <c>YYYY-MM</c>, <c>YYYY-MM-DD</c>, <c>YYYY-MM-DDThh:mmTZD</c>, with seconds and up to 9 digits
    /// of fraction, <c>TZD</c> being <c>Z</c> or <c>±hh:mm</c>; or digits.</param>
    /// <param name="instant">The instant, where the result is true.</param>
    /// <returns>True where the text is a date.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PolicyInstant instant) => InstantReader.TryRead(text, out instant, out _);

    /// <summary>Compares two instants.</summary>
    /// <param name="other">The other instant.</param>
    /// <returns>Negative, zero or positive, as this instant is earlier than, equal to or later than the other.</returns>
    public int CompareTo(PolicyInstant other)
    {
        int bySeconds = Seconds.CompareTo(other.Seconds);
        return bySeconds != 0 ? bySeconds : Nanoseconds.CompareTo(other.Nanoseconds);
    }

    /// <summary>The instant as seconds since 1970.</summary>
    /// <returns>Seconds with nine digits of fraction.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds}.{Nanoseconds:D9}");
}
