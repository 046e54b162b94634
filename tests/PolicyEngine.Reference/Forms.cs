using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace PolicyEngine.Reference;

/// <summary>How texts of each type are read (L-140 to L-155); null where they cannot be.</summary>
internal static class Forms
{
    private static readonly Regex NumberForm = Make(@"(?<sign>[+-]?)(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?");
    private static readonly Regex DateForm = Make(@"(?<y>[0-9]{4})-(?<m>[0-9]{2})(-(?<d>[0-9]{2})(T(?<h>[0-9]{2}):(?<n>[0-9]{2})(:(?<s>[0-9]{2})(\.(?<f>[0-9]{1,9}))?)?(Z|(?<sign>[+-])(?<oh>[0-9]{2}):(?<om>[0-9]{2})))?)?");
    private static readonly Regex Base64Form = Make("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?");
    private static readonly Regex DottedForm = Make(@"(?<o>25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\.(?<o>25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}");
    private static readonly Regex GroupForm = Make("[0-9A-Fa-f]{1,4}");
    private static readonly Regex PrefixForm = Make("0|[1-9][0-9]{0,2}");

    /// <summary>L-27, L-140 to L-155: a form of a whole text.</summary>
    internal static Regex Make(string pattern) => new(@"\A(" + pattern + @")\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>L-140: an exact number in units of 10^-1000.</summary>
    internal static BigInteger? Number(string text)
    {
        if (NumberForm.Match(text) is not { Success: true } m) return null;
        BigInteger size = BigInteger.Parse("0" + m.Groups["whole"].Value + m.Groups["fraction"].Value.PadRight(1000, '0'), CultureInfo.InvariantCulture);
        return m.Groups["sign"].Value == "-" ? -size : size;
    }

    /// <summary>L-145, L-146: nanoseconds since 1970.</summary>
    internal static BigInteger? Instant(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            BigInteger seconds = BigInteger.Parse(text, CultureInfo.InvariantCulture);
            return text.Length is 4 or 13 || seconds > 253402300799 ? null : seconds * 1_000_000_000;
        }

        if (DateForm.Match(text) is not { Success: true } m) return null;
        int Field(string name, int otherwise = 0) => m.Groups[name].Success ? int.Parse(m.Groups[name].Value, CultureInfo.InvariantCulture) : otherwise;
        (int year, int month, int day) = (Field("y"), Field("m"), Field("d", 1));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (Field("h") > 23 || Field("n") > 59 || Field("s") > 59 || Field("oh") > 14 || Field("om") > 59) return null;
        BigInteger minutes = ((BigInteger)(new DateTime(year, month, day) - DateTime.UnixEpoch).Days * 1440) + (Field("h") * 60) + Field("n");
        minutes -= (m.Groups["sign"].Value == "-" ? -1 : 1) * ((Field("oh") * 60) + Field("om"));
        return (((minutes * 60) + Field("s")) * 1_000_000_000) + int.Parse("0" + m.Groups["f"].Value.PadRight(9, '0'), CultureInfo.InvariantCulture);
    }

    /// <summary>A-93: 12 digits.</summary>
    internal static bool IsAccount(string? text) => text?.Length == 12 && text.All(char.IsAsciiDigit);

    /// <summary>L-116, L-150.</summary>
    internal static bool? Boolean(string text) => Ascii(text) switch { "true" => true, "false" => false, _ => null };

    /// <summary>L-61, L-131, L-150: ASCII letters in lower case.</summary>
    internal static string Ascii(string text) => string.Concat(text.Select(static c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c));

    /// <summary>L-131: the text by simple case folding.</summary>
    internal static string Fold(string text) => text.ToUpperInvariant().ToLowerInvariant();

    /// <summary>L-151: canonical base64, of which equal bytes are equal texts.</summary>
    internal static string? Base64(string text) => Base64Form.IsMatch(text) ? text : null;

    /// <summary>L-155: an address or network as value, width in bits and length of its prefix (null when none is written).</summary>
    internal static (BigInteger Value, int Width, int? Prefix)? Address(string text)
    {
        string[] halves = text.Split('/');
        BigInteger? value = Dotted(halves[0]);
        int width = value is null ? 128 : 32;
        value ??= Groups(halves[0]);
        if (value is null || halves.Length > 2 || (halves.Length == 2 && !PrefixForm.IsMatch(halves[1]))) return null;
        int? prefix = halves.Length == 2 ? int.Parse(halves[1], CultureInfo.InvariantCulture) : null;
        return prefix > width ? null : (value.Value, width, prefix);
    }

    /// <summary>L-155: four octets.</summary>
    private static BigInteger? Dotted(string text) => DottedForm.IsMatch(text) ? text.Split('.').Aggregate(BigInteger.Zero, static (sum, octet) => (sum * 256) + int.Parse(octet, CultureInfo.InvariantCulture)) : null;

    /// <summary>L-155: eight groups, some of which :: replaces, the last two as octets.</summary>
    private static BigInteger? Groups(string text)
    {
        int tail = text.LastIndexOf(':') + 1;
        if (Dotted(text[tail..]) is { } dotted) text = string.Create(CultureInfo.InvariantCulture, $"{text[..tail]}{(int)(dotted >> 16):x}:{(int)(dotted & 0xFFFF):x}");
        string[] sides = text.Split("::");
        string[][] groups = [.. sides.Select(static side => side.Length == 0 ? [] : side.Split(':'))];
        int count = groups.Sum(static g => g.Length);
        bool fits = sides.Length == 1 ? count == 8 : sides.Length == 2 && count < 8;
        if (!fits || groups.Any(static side => side.Any(static g => !GroupForm.IsMatch(g)))) return null;
        IEnumerable<string> all = groups[0].Concat(Enumerable.Repeat("0", 8 - count)).Concat(groups.Skip(1).SelectMany(static g => g));
        return all.Aggregate(BigInteger.Zero, static (sum, group) => (sum * 65536) + int.Parse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    /// <summary>Q-11: a text that begins, up to its first wildcard or variable, like no ARN.</summary>
    internal static bool IsForeign(string text)
    {
        string head = Ascii(text.Split('*', '?', '$')[0]);
        return text.Length > 0 && !head.StartsWith("arn:", StringComparison.Ordinal) && !"arn:".StartsWith(head, StringComparison.Ordinal);
    }
}
