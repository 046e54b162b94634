using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Language;

namespace PolicyEngine;

/// <summary>An Amazon Resource Name: six parts, split at the first five colons.</summary>
/// <remarks>Immutable. Equality is that of the whole text, letter case included. Nothing is decoded or normalized.
/// AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names (ARNs)</see>.</remarks>
public sealed record Arn : ISpanParsable<Arn>
{
    private readonly ArnParts parts;

    private Arn(string text, ArnParts parts)
    {
        Text = text;
        this.parts = parts;
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The partition, such as <c>aws</c> or <c>aws-cn</c>.</summary>
    public ReadOnlySpan<char> Partition => parts.Of(Text, 1);

    /// <summary>The service prefix, such as <c>s3</c>.</summary>
    public ReadOnlySpan<char> Service => parts.Of(Text, 2);

    /// <summary>The Region; empty for global resources.</summary>
    public ReadOnlySpan<char> Region => parts.Of(Text, 3);

    /// <summary>The account; empty where the service leaves it out.</summary>
    public ReadOnlySpan<char> Account => parts.Of(Text, 4);

    /// <summary>All that follows the fifth colon, further colons and slashes included.</summary>
    public ReadOnlySpan<char> Resource => parts.Of(Text, 5);

    /// <summary>The account if it is an account id of 12 digits; null where the ARN has none, or another text in its place.</summary>
    public string? AccountId => Language.AccountId.IsValid(Account) ? Account.ToString() : null;

    /// <summary>What follows the last slash of <see cref="Resource"/>, such as the name of a user without its path; the whole resource where it has no slash.</summary>
    public ReadOnlySpan<char> ResourceName => Resource[(Resource.LastIndexOf('/') + 1)..];

    /// <summary>Reads an ARN.</summary>
    /// <param name="text">The text: <c>arn:partition:service:region:account:resource</c>.</param>
    /// <returns>The ARN.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is not an ARN.</exception>
    public static Arn Parse(string text) =>
        TryParse(text, out Arn? arn) ? arn : throw new FormatException($"'{text}' is not an ARN of six parts.");

    /// <summary>Reads an ARN without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arn">The ARN, where the result is true.</param>
    /// <returns>True where the text begins with <c>arn:</c> (lower case), has six parts, and partition and service are not empty.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out Arn arn)
    {
        arn = null;
        if (text is null || !ArnParts.TrySplit(text, out ArnParts parts)) return false;
        if (parts.Of(text, 0) is not "arn" || parts.Of(text, 1).IsEmpty || parts.Of(text, 2).IsEmpty) return false;
        arn = new Arn(text, parts);
        return true;
    }

    /// <inheritdoc/>
    static Arn IParsable<Arn>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<Arn>.TryParse(string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Arn result) => TryParse(s, out result);

    /// <inheritdoc/>
    static Arn ISpanParsable<Arn>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    /// <inheritdoc/>
    static bool ISpanParsable<Arn>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Arn result) =>
        TryParse(s.ToString(), out result);

    /// <summary>Compares the whole texts, ordinally.</summary>
    /// <param name="other">The other ARN.</param>
    /// <returns>True where both texts are equal.</returns>
    public bool Equals(Arn? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The whole text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
