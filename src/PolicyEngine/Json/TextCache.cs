using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using PolicyEngine.Text;

namespace PolicyEngine.Json;

/// <summary>Strings for short ASCII texts, so that reading a name, action or operator met before makes no new string.</summary>
/// <remarks>Compared as bytes, so that a text met before is not decoded: ParsingBenchmarks.FromBytes.</remarks>
internal static class TextCache
{
    private const int HashBits = 12;
    private const int MaxLength = 64;
    private const int Block = 8;
    private static readonly string?[] Texts = new string?[1 << HashBits];

    internal static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength) return Decode(utf8);
        if (utf8.IsEmpty) return "";
        int hash = HashOf(utf8);
        string? known = RecentValues.Find(Texts, hash);
        if (known is not null && known.Length == utf8.Length && IsSame(utf8, MemoryMarshal.Cast<char, ushort>(known.AsSpan()))) return known;
        string text = Decode(utf8);
        return RecentValues.Keep(Texts, hash, text, text.Length == utf8.Length);
    }

    /// <summary>ASCII, as nearly all texts are, is widened without being counted first.</summary>
    private static string Decode(ReadOnlySpan<byte> utf8) => Ascii.IsValid(utf8) ? Encoding.Latin1.GetString(utf8) : Encoding.UTF8.GetString(utf8);

    /// <summary>Compares bytes with a text of ASCII that is as long, 8 characters at a time; some of the last 8 are compared twice.</summary>
    private static bool IsSame(ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> text)
    {
        int last = bytes.Length - Block;
        for (int at = 0; at < last; at += Block)
        {
            if (!IsSameBlock(bytes, text, at)) return false;
        }

        return last >= 0 ? IsSameBlock(bytes, text, last) : IsSameShort(bytes, text);
    }

    private static bool IsSameBlock(ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> text, int at)
    {
        Vector128<byte> block = Vector128.CreateScalar(MemoryMarshal.Read<ulong>(bytes.Slice(at, Block))).AsByte();
        return Vector128.WidenLower(block) == Vector128.Create(text.Slice(at, Block));
    }

    private static bool IsSameShort(ReadOnlySpan<byte> bytes, ReadOnlySpan<ushort> text)
    {
        for (int i = 0; i < bytes.Length && i < text.Length; i++)
        {
            if (bytes[i] != text[i]) return false;
        }

        return true;
    }

    /// <summary>A hash of the bytes at both ends and in the middle: texts that agree there take the slot from each other.</summary>
    private static int HashOf(ReadOnlySpan<byte> utf8)
    {
        ulong first, middle = 0, last;
        if (utf8.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            middle = BinaryPrimitives.ReadUInt64LittleEndian(utf8[((utf8.Length - 8) / 2)..]);
            last = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]);
        }
        else
        {
            first = utf8[0] | ((ulong)utf8[utf8.Length / 2] << 8);
            last = utf8[^1] | ((ulong)utf8[utf8.Length / 3] << 8);
        }

        ulong hash = (first * 0x9E3779B97F4A7C15) ^ (middle * 0xC2B2AE3D27D4EB4F) ^ (last * 0x165667B19E3779F9) ^ (ulong)utf8.Length;
        hash *= 0x9E3779B97F4A7C15;
        return (int)(hash >> (64 - HashBits));
    }
}
