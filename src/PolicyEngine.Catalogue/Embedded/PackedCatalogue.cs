using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Embedded;

/// <summary>The embedded form, of which the head is read at once and a block when a service in it is asked for.</summary>
/// <remarks>The form comes with the assembly, so that bytes which cannot be read are a fault of the build; a test compares it with the text.</remarks>
internal sealed class PackedCatalogue
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly List<(int Offset, int Length, int TextLength)> blocks = [];
    private readonly byte[]?[] texts;
    private readonly List<(string Prefix, int Block, int Offset, int Length, bool IsRetired)> services = [];

    /// <summary>Reads the head.</summary>
    internal PackedCatalogue(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        ReadOnlySpan<byte> sizes = bytes.Span[CataloguePacker.Magic.Length..];
        int headLength = BinaryPrimitives.ReadInt32LittleEndian(sizes);
        int offset = CataloguePacker.Magic.Length + (2 * sizeof(int));
        string text = Encoding.UTF8.GetString(Decompress(bytes.Span.Slice(offset, headLength), BinaryPrimitives.ReadInt32LittleEndian(sizes[sizeof(int)..])));
        offset += headLength;
        int start = 0;
        int number = 1;
        Head = CatalogueReader.ReadHead(text, ref start, ref number);
        string[] lines = text[start..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (string[] words in lines.Where(static line => line[0] is 'b' or 's').Select(static line => line.Split(' ')))
        {
            if (words[0] == "b")
            {
                blocks.Add((offset, Number(words[1]), Number(words[2])));
                offset += Number(words[1]);
            }
            else
            {
                services.Add((words[1], Number(words[2]), Number(words[3]), Number(words[4]), words.Length > 5));
            }
        }

        texts = new byte[]?[blocks.Count];
        Index = CatalogueIndex.Read(lines.Where(static line => line[0] is 'f' or 'g'));
    }

    internal CatalogueHead Head { get; }

    internal CatalogueIndex Index { get; }

    /// <summary>The services, in the order of their prefixes.</summary>
    internal ImmutableArray<(string Prefix, bool IsRetired)> Services => [.. services.Select(static service => (service.Prefix, service.IsRetired))];

    /// <summary>Reads a service.</summary>
    internal CatalogueService Read(int place)
    {
        (_, int number, int offset, int length, _) = services[place];
        (int start, int compressed, int textLength) = blocks[number];
        byte[] text = texts[number] ??= Decompress(bytes.Span.Slice(start, compressed), textLength);
        return ServiceReader.Read(Encoding.UTF8.GetString(text, offset, length));
    }

    /// <summary>The text form again, word for word.</summary>
    internal string ToText()
    {
        StringBuilder text = new(CatalogueWriter.WriteHead(Head));
        foreach ((int start, int compressed, int length) in blocks) text.Append(Encoding.UTF8.GetString(Decompress(bytes.Span.Slice(start, compressed), length)));
        return text.ToString();
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static byte[] Decompress(ReadOnlySpan<byte> compressed, int length)
    {
        byte[] text = new byte[length];
        bool isWhole = BrotliDecoder.TryDecompress(compressed, text, out int written) && written == length;
        return isWhole ? text : throw new InvalidOperationException("the embedded catalogue is damaged");
    }
}
