using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyEngine.Text;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes JSON that people can read and terminals can bear: letters as they are, everything invisible as an escape.</summary>
internal static class JsonText
{
    /// <summary>The text of what a writer is given.</summary>
    internal static string Write(Action<Utf8JsonWriter> write, bool indented = false)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };
        using (Utf8JsonWriter json = new(buffer, options)) write(json);
        return Escape(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>Invisible characters occur in strings only, so that an escape means the same.</summary>
    private static string Escape(string json)
    {
        if (!HasInvisible(json)) return json;
        StringBuilder escaped = new(json.Length + 16);
        foreach (Rune rune in json.EnumerateRunes())
        {
            if (rune.Value == '\n' || ShownText.IsPlain(rune)) escaped.Append(rune.ToString());
            else foreach (char unit in rune.ToString()) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
        }

        return escaped.ToString();
    }

    private static bool HasInvisible(string json)
    {
        foreach (Rune rune in json.EnumerateRunes())
        {
            if (rune.Value != '\n' && !ShownText.IsPlain(rune)) return true;
        }

        return false;
    }
}
