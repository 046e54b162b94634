using System.Buffers;

namespace PolicyEngine.Language;

/// <summary>Tells canonical base64: standard alphabet, padded, unused bits zero. Then equal texts are equal bytes.</summary>
internal static class Base64Text
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static readonly SearchValues<char> Digits = SearchValues.Create(Alphabet);

    internal static bool IsCanonical(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 != 0) return false;
        ReadOnlySpan<char> digits = text.TrimEnd('=');
        int padding = text.Length - digits.Length;
        if (padding > 2 || digits.ContainsAnyExcept(Digits)) return false;
        return padding == 0 || Alphabet.IndexOf(digits[^1], StringComparison.Ordinal) % (padding == 1 ? 4 : 16) == 0;
    }
}
