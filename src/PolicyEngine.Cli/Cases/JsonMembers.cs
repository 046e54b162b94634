using System.Text;
using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads JSON objects strictly: no member twice, none that is not known.</summary>
internal static class JsonMembers
{
    /// <summary>Reads one member of an object; the reader is at its value and is left on the last token of it.</summary>
    /// <returns>True where the member is known.</returns>
    internal delegate bool MemberReader<in TDraft>(ref Utf8JsonReader reader, string name, TDraft draft);

    /// <summary>Reads the members of the object at which the reader is.</summary>
    internal static void Read<TDraft>(ref Utf8JsonReader reader, string what, TDraft draft, MemberReader<TDraft> read)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Fault(ref reader, $"{what} is not an object");
        HashSet<string> names = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            int offset = (int)reader.TokenStartIndex;
            string name = Decode(ref reader);
            if (!names.Add(name)) throw new CaseFormatException($"{what} has the member '{name}' twice", offset);
            reader.Read();
            if (!read(ref reader, name, draft)) throw new CaseFormatException($"{what} has the unknown member '{name}'", offset);
        }
    }

    /// <summary>The string at which the reader is.</summary>
    internal static string ReadString(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? Decode(ref reader) : throw Fault(ref reader, $"'{name}' is not a string");

    /// <summary>The Boolean at which the reader is.</summary>
    internal static bool ReadBoolean(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Fault(ref reader, $"'{name}' is neither true nor false"),
    };

    /// <summary>The scalar at which the reader is, as text: a number as it is written, not as it is read.</summary>
    internal static string ReadScalar(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String => Decode(ref reader),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw Fault(ref reader, $"'{name}' holds something else than texts, numbers, true and false"),
    };

    /// <summary>The array of scalars at which the reader is, or null when it is at something else.</summary>
    internal static string[]? ReadScalars(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return null;
        List<string> values = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) values.Add(ReadScalar(ref reader, name));
        return [.. values];
    }

    /// <summary>A fault at the token at which the reader is.</summary>
    internal static CaseFormatException Fault(ref Utf8JsonReader reader, string message) => new(message, (int)reader.TokenStartIndex);

    private static string Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault(ref reader, "the text is not UTF-8, or has half of a surrogate pair");
        }
    }
}
