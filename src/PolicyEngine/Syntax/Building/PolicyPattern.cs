using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyEngine.Syntax.Building;

namespace PolicyEngine.Syntax;

/// <summary>A text of a policy in which <c>*</c> and <c>?</c> are wildcards and <c>${…}</c> is a variable, with safe places for data.</summary>
/// <remarks>A string is taken as a pattern as it is. An interpolated string is a pattern whose holes are data: every <c>*</c>,
/// <c>?</c> and <c>$</c> in a hole is escaped, so that <c>$"arn:aws:s3:::bucket/{user}/*"</c> grants no more than one folder whatever the
/// user is called. That holds where the interpolated string itself becomes a pattern: one that was a string before, or that is part of
/// <c>? :</c> or <c>switch</c>, is a string and taken as it is. Immutable once its text was read. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars">Special characters in policy variables</see>.</remarks>
[InterpolatedStringHandler]
public readonly struct PolicyPattern : IEquatable<PolicyPattern>
{
    private readonly string? text;
    private readonly PatternParts? parts;

    private PolicyPattern(string text) => this.text = text;

    /// <summary>Begins an interpolated pattern; the C# compiler calls it.</summary>
    /// <param name="literalLength">The number of characters outside holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    public PolicyPattern(int literalLength, int formattedCount) => parts = new PatternParts(literalLength + (formattedCount * 16));

    /// <summary>The text as the policy has it.</summary>
    public string Text => text ?? parts?.ToString() ?? "";

    /// <summary>A pattern that matches exactly one text.</summary>
    /// <param name="data">The text, whose <c>*</c>, <c>?</c> and <c>$</c> are escaped.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    public static PolicyPattern Literal(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        PolicyPattern pattern = new(0, 1);
        pattern.AppendFormatted(data);
        return pattern;
    }

    /// <summary>Takes a string as a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public static implicit operator PolicyPattern(string pattern) => FromString(pattern);

    /// <summary>Takes a string as a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is null.</exception>
    public static PolicyPattern FromString(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new PolicyPattern(pattern);
    }

    /// <summary>Adds text outside holes; the C# compiler calls it.</summary>
    /// <param name="literal">The text, a pattern.</param>
    /// <exception cref="InvalidOperationException">The text was read already.</exception>
    public void AppendLiteral(string literal) => parts?.AppendPattern(literal);

    /// <summary>Adds the data of a hole, escaped; the C# compiler calls it.</summary>
    /// <typeparam name="T">The type of the data.</typeparam>
    /// <param name="data">The data, formatted without culture.</param>
    /// <exception cref="InvalidOperationException">The text was read already.</exception>
    public void AppendFormatted<T>(T data)
    {
        string shown = data is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : data?.ToString() ?? "";
        if (shown.Length > 0) parts?.AppendData(shown);
    }

    /// <summary>Compares the texts.</summary>
    /// <param name="other">The other pattern.</param>
    /// <returns>True if both texts are equal.</returns>
    public bool Equals(PolicyPattern other) => Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PolicyPattern other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The text as the policy has it.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    /// <summary>Tells whether two patterns are equal.</summary>
    /// <param name="left">One pattern.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if both are equal.</returns>
    public static bool operator ==(PolicyPattern left, PolicyPattern right) => left.Equals(right);

    /// <summary>Tells whether two patterns differ.</summary>
    /// <param name="left">One pattern.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if they differ.</returns>
    public static bool operator !=(PolicyPattern left, PolicyPattern right) => !left.Equals(right);
}
