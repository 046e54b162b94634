using System.Buffers;

namespace PolicyEngine.Endpoints.Hosts;

/// <summary>The labels of host names, in lower case.</summary>
internal static class HostLabel
{
    private const int MaxLength = 63;
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>True if a text can be a label: 1 to 63 letters, digits, hyphens and the underscores of old bucket names.</summary>
    internal static bool IsValid(ReadOnlySpan<char> label) => label.Length is > 0 and <= MaxLength && !label.ContainsAnyExcept(Characters);

    /// <summary>How many letters and digits a text begins with.</summary>
    internal static int CountAlphanumeric(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept(Alphanumeric);
        return end < 0 ? text.Length : end;
    }
}
