using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PolicyEngine.Endpoints.Hosts;

/// <summary>The host and path of a URL, by RFC 3986; a text without scheme is a host with whatever follows it.</summary>
/// <remarks>What browsers accept and the RFC forbids (backslashes, several <c>@</c>, other characters than ASCII) is no host, as readers differ
/// about it. Time is linear in the length of the text.</remarks>
/// <param name="Host">The host in lower case, without its trailing dot.</param>
/// <param name="Path">What follows the host and its port: a path with its slash, a query, a fragment, or nothing.</param>
internal sealed record UrlHost(string Host, string Path)
{
    private const int MaxLength = 253;

    /// <summary>True if a user name stands before the host.</summary>
    internal bool HasUser { get; init; }

    /// <summary>True for a URL with a scheme that is neither http nor https, or that is not followed by <c>//</c>.</summary>
    internal static bool HasOtherScheme(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !IsScheme(text.AsSpan(0, colon))) return false;
        ReadOnlySpan<char> rest = text.AsSpan(colon + 1);
        ReadOnlySpan<char> scheme = text.AsSpan(0, colon);
        bool isOfWeb = scheme.Equals("https", StringComparison.OrdinalIgnoreCase) || scheme.Equals("http", StringComparison.OrdinalIgnoreCase);
        if (rest.StartsWith("//")) return !isOfWeb;
        int end = rest.IndexOfAny('/', '?', '#');
        return isOfWeb || rest[..(end < 0 ? rest.Length : end)].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>The host that a client may find in a text that <see cref="TryRead"/> refuses: after the last <c>@</c>, with percent-encoding
    /// undone and the letters and dots of other scripts that IDNA maps to ASCII mapped. Such a host is never resolved.</summary>
    internal static string ReadLoosely(string text, out bool hasUser)
    {
        ReadOnlySpan<char> rest = AfterScheme(text.Trim());
        int end = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> host = end < 0 ? rest : rest[..end];
        int at = host.LastIndexOf('@');
        hasUser = at >= 0;
        host = host[(at + 1)..];
        int colon = host.IndexOf(':');
        if (colon >= 0 && !IsPort(host[(colon + 1)..])) return "";
        if (colon >= 0) host = host[..colon];
        if (host.Length > 3 * MaxLength) return "";
        string decoded = host.Contains('%') ? Uri.UnescapeDataString(host) : host.ToString();
        string name = string.Create(decoded.Length, decoded, static (name, from) =>
        {
            for (int i = 0; i < name.Length; i++) name[i] = FoldWidth(from[i]);
        }).ToLowerInvariant().TrimEnd('.');
        return name.Length > MaxLength ? "" : name;
    }

    /// <summary>Reads a URL, or tells why it names no host.</summary>
    internal static bool TryRead(string text, [NotNullWhen(true)] out UrlHost? url, [NotNullWhen(false)] out string? fault)
    {
        url = null;
        ReadOnlySpan<char> rest = AfterScheme(text);
        int end = rest.IndexOfAny('/', '?', '#');
        ReadOnlySpan<char> authority = end < 0 ? rest : rest[..end];
        ReadOnlySpan<char> path = end < 0 ? default : rest[end..];
        int at = authority.IndexOf('@');
        ReadOnlySpan<char> host = authority[(at + 1)..];
        int colon = host.IndexOf(':');
        fault = colon >= 0 && !IsPort(host[(colon + 1)..]) ? "what follows the host is no port" : null;
        if (colon >= 0) host = host[..colon];
        if (host.EndsWith('.')) host = host[..^1];
        fault ??= host.IsEmpty ? "it names no host" : host.Length > MaxLength ? "its host name is too long" : null;
        if (fault is not null) return false;
        string name = Ascii.IsValid(host) ? host.ToString().ToLowerInvariant() : "";
        if (!Array.TrueForAll(name.Split('.'), static label => HostLabel.IsValid(label))) fault = "its host is no DNS name in ASCII";
        if (fault is not null) return false;
        url = new UrlHost(name, path.ToString()) { HasUser = at >= 0 };
        return true;
    }

    private static ReadOnlySpan<char> AfterScheme(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && IsScheme(text.AsSpan(0, colon)) && text.AsSpan(colon + 1).StartsWith("//")) return text.AsSpan(colon + 3);
        return text.StartsWith("//", StringComparison.Ordinal) ? text.AsSpan(2) : text;
    }

    /// <summary>IDNA: letters of full width are those of ASCII, and three other full stops are dots.</summary>
    private static char FoldWidth(char c) => c switch
    {
        '\u3002' or '\uff61' => '.',
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        _ => c,
    };

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static bool IsPort(ReadOnlySpan<char> text) =>
        text.IsEmpty || (!text.ContainsAnyExceptInRange('0', '9') && ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
