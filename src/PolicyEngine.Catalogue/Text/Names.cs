using System.Buffers;

namespace PolicyEngine.Catalogue.Text;

/// <summary>What names may be, and how they are written in the text form.</summary>
internal static class Names
{
    private const int MaxLength = 512;
    private const string GlobalPrefix = "aws:";

    /// <summary>What divides the parts of a line; names have none of it.</summary>
    private static readonly SearchValues<char> Dividers = SearchValues.Create("[],%!<>\"'\\`{}");

    private static readonly SearchValues<char> PrefixCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>Tells what is wrong with a name; null where nothing is. Names of types may hold single blanks.</summary>
    internal static string? FindFault(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return "it is empty";
        if (name.Length > MaxLength) return "it is longer than 512 characters";
        if (name[0] == ' ' || name[^1] == ' ') return "a blank stands at its end";
        foreach (char c in name)
        {
            if (c is < ' ' or > '~' || Dividers.Contains(c)) return "it holds a character that names do not have";
        }

        return null;
    }

    internal static bool IsPrefix(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(PrefixCharacters);

    /// <summary>True for a name of an action or operation, without blanks, colons and wildcards.</summary>
    internal static bool IsSimple(ReadOnlySpan<char> text) => FindFault(text) is null && !text.ContainsAny(" :*?");

    /// <summary>True for a key with its prefix.</summary>
    internal static bool IsKey(ReadOnlySpan<char> text) => FindFault(text) is null && !text.ContainsAny(" ?") && text.IndexOf(':') is > 0 and int colon && colon < text.Length - 1;

    /// <summary>A key as it is written in the lines of a service.</summary>
    internal static string WriteKey(string prefix, string key)
    {
        if (key.StartsWith(GlobalPrefix, StringComparison.Ordinal)) return $"@{key[GlobalPrefix.Length..]}";
        return key.Length > prefix.Length && key[prefix.Length] == ':' && key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : key;
    }

    /// <summary>The key that is written in the lines of a service.</summary>
    internal static string ReadKey(string prefix, ReadOnlySpan<char> text) => text switch
    {
        ['@', .. var rest] => $"{GlobalPrefix}{rest}",
        [':', ..] => $"{prefix}{text}",
        _ => text.ToString(),
    };

    /// <summary>An action as it is written in the lines of a service: without the prefix if it is the service's own.</summary>
    internal static string WriteAction(string prefix, string action) =>
        action.StartsWith(prefix, StringComparison.Ordinal) && action.AsSpan(prefix.Length) is [':', ..] ? action[(prefix.Length + 1)..] : action;

    internal static string ReadAction(string prefix, ReadOnlySpan<char> text) => text.Contains(':') ? text.ToString() : $"{prefix}:{text}";

    internal static string WriteBlanks(string name) => name.Replace(" ", "%20", StringComparison.Ordinal);

    internal static string ReadBlanks(ReadOnlySpan<char> text) => text.Contains('%') ? text.ToString().Replace("%20", " ", StringComparison.Ordinal) : text.ToString();
}
