using System.Text;
using PolicyEngine.Diagnostics;
using PolicyEngine.Syntax.Drafts;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Checks the raw bytes of a policy before any token is read: size, encoding, characters, quota.</summary>
internal static class TextCheck
{
    /// <summary>Reports what is wrong with the bytes; false when tokens cannot be read from them.</summary>
    internal static bool Check(ParseContext context)
    {
        if (!context.CheckBytes(context.Options.MaxBytes)) return false;
        ReadOnlySpan<byte> utf8 = context.Source.Utf8;
        if (!context.IsAscii && (context.Options.LimitsCharacters ?? context.Rules.IsIamText)) CheckCharacters(context, utf8);
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
