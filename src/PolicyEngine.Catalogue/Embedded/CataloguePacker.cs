using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Embedded;

/// <summary>Makes the embedded form: a head that says where each service stands, and the text in compressed blocks that end between services.</summary>
/// <remarks>A service is read by decompressing its block alone, and services of one block help each other to become small.</remarks>
internal static class CataloguePacker
{
    /// <summary>The least bytes of text that a block holds.</summary>
    internal const int BlockLength = 64 * 1024;

    /// <summary>The first bytes of the form.</summary>
    internal static ReadOnlySpan<byte> Magic => "PEC1"u8;

    /// <summary>Packs a catalogue.</summary>
    internal static byte[] Pack(CatalogueContent content)
    {
        List<byte[]> blocks = [];
        List<int> lengths = [];
        StringBuilder places = new();
        using MemoryStream block = new();
        string all = CatalogueWriter.Write(content);
        int start = CatalogueWriter.WriteHead(content.Head).Length;
        int left = Encoding.UTF8.GetByteCount(all.AsSpan(start));
        foreach (CatalogueService service in content.Services)
        {
            int next = all.IndexOf("\n# ", start, StringComparison.Ordinal);
            int end = next < 0 ? all.Length : next + 1;
            byte[] lines = Encoding.UTF8.GetBytes(all[start..end]);
            places.Append(CultureInfo.InvariantCulture, $"s {service.Prefix} {blocks.Count} {block.Length} {lines.Length}{(service.IsRetired ? " x" : "")}\n");
            block.Write(lines);
            start = end;

            // What is left over at the end is no block of its own.
            left -= lines.Length;
            if (left > 0 && (block.Length < BlockLength || left < BlockLength)) continue;
            blocks.Add(Compress(block.ToArray()));
            lengths.Add((int)block.Length);
            block.SetLength(0);
        }

        StringBuilder head = new(CatalogueWriter.WriteHead(content.Head));
        foreach ((int place, byte[] compressed) in blocks.Index()) head.Append(CultureInfo.InvariantCulture, $"b {compressed.Length} {lengths[place]}\n");
        head.Append(places);
        foreach (string line in CatalogueIndex.Of(content.Services).Lines()) head.Append(line).Append('\n');
        byte[] headText = Encoding.UTF8.GetBytes(head.ToString());
        byte[] headBytes = Compress(headText);
        byte[] sizes = new byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(sizes, headBytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(sizes.AsSpan(sizeof(int)), headText.Length);
        return [.. Magic, .. sizes, .. headBytes, .. blocks.SelectMany(static bytes => bytes)];
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        const int quality = 11;
        const int window = 22;
        byte[] compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        bool isDone = BrotliEncoder.TryCompress(bytes, compressed, out int length, quality, window);
        return isDone ? compressed[..length] : throw new InvalidOperationException("the bytes need more than Brotli's own bound");
    }
}
