using System.Buffers;

namespace PolicyEngine.Cli.Cases;

/// <summary>The bytes of the case that is being cut out, up to a limit.</summary>
internal sealed class PieceBuffer(int limit)
{
    private const int KeptCapacity = 256 * 1024;
    private ArrayBufferWriter<byte> bytes = new(4096);

    /// <summary>Where the case begins.</summary>
    internal LinePosition Start { get; private set; }

    /// <summary>Whether bytes beyond the limit were dropped.</summary>
    internal bool IsCut { get; private set; }

    internal bool IsEmpty => bytes.WrittenCount == 0;

    internal int Length => bytes.WrittenCount;

    internal ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    /// <summary>Begins a case with its first byte.</summary>
    internal void Begin(byte b, LinePosition start)
    {
        Start = start;
        Add(b);
    }

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

    /// <summary>Forgets the case; memory beyond what an ordinary one takes is given back.</summary>
    internal void Clear()
    {
        if (bytes.Capacity > KeptCapacity) bytes = new ArrayBufferWriter<byte>(4096);
        else bytes.ResetWrittenCount();
        IsCut = false;
    }
}
