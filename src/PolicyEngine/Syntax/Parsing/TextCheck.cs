using System.Text;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Checks the raw bytes before any token is read: size, encoding, characters, quota.</summary>
internal static class TextCheck
{
    /// <summary>Reports what is wrong with the bytes; false when tokens cannot be read from them.</summary>
    internal static bool Check(ParseContext context)
    {
        ReadOnlySpan<byte> utf8 = context.Source.Utf8;
        if (utf8.Length > context.Options.MaxBytes)
        {
            context.Report(Descriptors.TooLarge, default, utf8.Length, context.Options.MaxBytes);
            return false;
        }

        bool isAscii = Ascii.IsValid(utf8);
        int invalid = isAscii ? -1 : Utf8Text.IndexOfInvalid(utf8);
        if (invalid >= 0)
        {
            context.Report(Descriptors.InvalidUtf8, new TextSpan(invalid, 1), utf8[invalid]);
            return false;
        }

        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            context.Report(Descriptors.ByteOrderMark, new TextSpan(0, 3));
            return false;
        }

        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            context.Report(Descriptors.EmptyText, default);
            return false;
        }

        if (!isAscii && (context.Options.LimitsCharacters ?? context.Rules.IsIamText)) CheckCharacters(context, utf8);
        CheckQuota(context, utf8);
        return true;
    }

    private static void CheckCharacters(ParseContext context, ReadOnlySpan<byte> utf8)
    {
        for (int i = 0; i < utf8.Length;)
        {
            Rune rune = Utf8Text.Decode(utf8[i..], out int length);
            if (rune.Value > 0xFF) context.Report(Descriptors.CharacterNotAllowed, new TextSpan(i, length), rune.Value, context.TypeName);
            i += length;
        }
    }

    private static void CheckQuota(ParseContext context, ReadOnlySpan<byte> utf8)
    {
        PolicyQuota quota = context.Options.Quota ?? PolicyQuota.For(context.Type);
        if (utf8.Length <= quota.MaxLength) return;
        int length = Utf8Text.CountCodePoints(utf8);
        if (length > quota.MaxLength && !quota.CountsWhiteSpace)
        {
            length -= utf8.Count((byte)' ') + utf8.Count((byte)'\t') + utf8.Count((byte)'\r') + utf8.Count((byte)'\n');
        }

        if (length <= quota.MaxLength) return;
        string unit = quota.CountsWhiteSpace ? "characters" : "characters other than white space";
        context.Report(Descriptors.QuotaExceeded, default, length, unit, context.TypeName, quota.MaxLength);
    }
}
