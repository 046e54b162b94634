using System.Collections.Immutable;
using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine;

/// <summary>What a request holds under one condition key: a value, several values, or unknown.</summary>
/// <remarks>Immutable. Values are texts; operators read them as numbers, dates or addresses when they compare. Letter case
/// counts in values. An empty list is not the same as a missing key.</remarks>
public sealed class ContextValue : IEquatable<ContextValue>
{
    private readonly string? single;
    private readonly ImmutableArray<string> list;

    private ContextValue(string? single, ImmutableArray<string> list)
    {
        this.single = single;
        this.list = list;
    }

    private ContextValue(ImmutableArray<ContextValue> alternatives)
    {
        list = default;
        Alternatives = alternatives;
    }

    /// <summary>The different values of one key that is spelled in several ways; default for an ordinary value.</summary>
    internal ImmutableArray<ContextValue> Alternatives { get; }

    /// <summary>Of an unknown value: what it certainly is not; null where nothing is known of it.</summary>
    internal ForeignValue? Foreign { get; private init; }

    /// <summary>It is unknown whether the key is present, and what its value is: whatever depends on it is uncertain.</summary>
    public static ContextValue Unknown { get; } = new(null, default);

    /// <summary>True where the value is not known.</summary>
    public bool IsUnknown => single is null && list.IsDefault && Alternatives.IsDefault;

    /// <summary>True where this is a list, which a multivalued key has even with one value.</summary>
    public bool IsList => !list.IsDefault;

    /// <summary>The values: one, those of the list, or none when unknown.</summary>
    public ReadOnlySpan<string> Values => single is not null ? new ReadOnlySpan<string>(in single) : list.IsDefault ? default : list.AsSpan();

    /// <summary>The value of a single-valued key.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The value.</returns>
    public static ContextValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ContextValue(value, default);
    }

    /// <summary>The values of a multivalued key.</summary>
    /// <param name="values">The texts, which are copied; may be none.</param>
    /// <returns>The value.</returns>
    public static ContextValue OfList(params ReadOnlySpan<string> values)
    {
        foreach (string value in values) ArgumentNullException.ThrowIfNull(value, nameof(values));
        return new ContextValue(null, [.. values]);
    }

    /// <summary>Reads a date as date operators read it.</summary>
    /// <param name="text">The text: <c>YYYY-MM</c>, <c>YYYY-MM-DD</c>, <c>YYYY-MM-DDThh:mmTZD</c>, with seconds and up to 9 digits
    /// of fraction, <c>TZD</c> being <c>Z</c> or <c>±hh:mm</c>; or seconds since 1970. A date without time is midnight UTC.</param>
    /// <param name="time">The time in UTC, to 100 nanoseconds, where the result is true.</param>
    /// <returns>True where the text is a date of the years 1 to 9999.</returns>
    public static bool TryReadTime(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        bool isDate = PolicyInstant.TryParse(text, out PolicyInstant instant);
        bool isInRange = isDate && instant.Seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && instant.Seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        time = isInRange ? DateTimeOffset.FromUnixTimeSeconds(instant.Seconds).AddTicks(instant.Nanoseconds / 100) : default;
        return isInRange;
    }

    /// <summary>The value of a single-valued key, unknown when null.</summary>
    internal static ContextValue OrUnknown(string? value) => value is null ? Unknown : Of(value);

    /// <summary>An unknown value of which it is known what it is not.</summary>
    internal static ContextValue OfForeign(ForeignValue foreign) => new(null, default) { Foreign = foreign };

    /// <summary>The values of a key that is spelled in several ways.</summary>
    internal static ContextValue OfAlternatives(ImmutableArray<ContextValue> values) => new(values);

    /// <summary>Compares form and texts, in order.</summary>
    /// <param name="other">The other value.</param>
    /// <returns>True where both are equal.</returns>
    public bool Equals(ContextValue? other) =>
        other is not null && IsList == other.IsList && IsUnknown == other.IsUnknown && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContextValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.Add(IsList);
        foreach (string value in Values) hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <summary>The values for people.</summary>
    /// <returns>The text, <c>[a, b]</c> for a list, or <c>(unknown)</c>.</returns>
    public override string ToString() => single ?? (IsUnknown ? "(unknown)" : $"[{string.Join(", ", list)}]");
}
