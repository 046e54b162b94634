using System.Buffers;

namespace PolicyEngine.Json;

/// <summary>The bytes of a value that is being cut out of a stream, up to a limit.</summary>
/// <remarks>Mutable, and not safe for concurrent use.</remarks>
internal sealed class ValueBuffer(int limit)
{
    private const int Capacity = 4096;
    private const int KeptCapacity = 256 * 1024;
    private ArrayBufferWriter<byte> bytes = new(Capacity);

    /// <summary>True if bytes beyond the limit were dropped.</summary>
    internal bool IsCut { get; private set; }

    internal int Length => bytes.WrittenCount;

    internal ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    /// <summary>Adds a byte, or drops it when the limit is reached.</summary>
    internal void Add(byte b)
    {
        if (bytes.WrittenCount >= limit)
        {
            IsCut = true;
            return;
        }

        bytes.GetSpan(1)[0] = b;
        bytes.Advance(1);
    }

    /// <summary>Keeps the first bytes only.</summary>
    internal void Cut(int length)
    {
        byte[] kept = bytes.WrittenSpan[..length].ToArray();
        bytes.ResetWrittenCount();
        bytes.Write(kept);
    }

    /// <summary>Forgets the bytes; memory beyond what an ordinary value takes is given back.</summary>
    internal void Clear()
    {
        if (bytes.Capacity > KeptCapacity) bytes = new ArrayBufferWriter<byte>(Capacity);
        else bytes.ResetWrittenCount();
        IsCut = false;
    }
}
