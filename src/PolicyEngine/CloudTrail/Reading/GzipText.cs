using System.IO.Compression;

namespace PolicyEngine.CloudTrail.Reading;

/// <summary>The text of a gzip file: one member after another. Tells a file that ends early from one that is complete.</summary>
/// <remarks>The framework's reader ends in silence where a file is cut off, and where what follows a member is none. A member of our own is
/// therefore put behind the file: where its text does not come out, as the last, the file was not read to its end.</remarks>
internal sealed class GzipText : IDisposable
{
    private static readonly byte[] Seal = [.. "the file was read to its end"u8];
    private static readonly byte[] SealMember = Compress(Seal);
    private readonly SealedStream compressed;
    private readonly GZipStream text;
    private bool hasEnded;

    internal GzipText(byte[] head, Stream rest)
    {
        compressed = new SealedStream(head, rest, SealMember);
        text = new GZipStream(compressed, CompressionMode.Decompress);
    }

    /// <summary>Why the file was not read to its end; null where it was.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Reads some bytes; 0 at the end, complete or not.</summary>
    internal async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (hasEnded) return 0;
        try
        {
            int count = await text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (!compressed.IsSealGiven && count > 0) return count;
            hasEnded = true;
            if (!compressed.IsSealGiven) Fault = "bytes follow that are no member of a gzip file";
            else if (!await IsSealAsync(buffer, count, cancellationToken).ConfigureAwait(false)) Fault = "its compression ends too early";
        }
        catch (InvalidDataException)
        {
            hasEnded = true;
            Fault = compressed.IsSealGiven ? "its compression ends too early" : "its compression is damaged";
        }

        return 0;
    }

    public void Dispose() => text.Dispose();

    /// <summary>True if what comes out behind the end of the file is the seal and nothing else.</summary>
    private async ValueTask<bool> IsSealAsync(Memory<byte> buffer, int count, CancellationToken cancellationToken)
    {
        byte[] found = new byte[Seal.Length + 1];
        int length = 0;
        while (count > 0 && length + count < found.Length)
        {
            buffer.Span[..count].CopyTo(found.AsSpan(length));
            length += count;
            count = await text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        return count == 0 && found.AsSpan(0, length).SequenceEqual(Seal);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream zip = new(stream, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return stream.ToArray();
    }

    /// <summary>A stream that begins with bytes that were read from it before, and ends with the seal. Does not close it.</summary>
    private sealed class SealedStream(byte[] head, Stream rest, byte[] seal) : Stream
    {
        private int given;
        private int sealGiven;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        internal bool IsSealGiven => sealGiven > 0;

        public override int Read(byte[] buffer, int offset, int count)
        {
            Span<byte> target = buffer.AsSpan(offset, count);
            if (given < head.Length) return Give(head, ref given, target);
            int read = IsSealGiven ? 0 : rest.Read(target);
            return read > 0 || count == 0 ? read : Give(seal, ref sealGiven, target);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (given < head.Length) return Give(head, ref given, buffer.Span);
            int read = IsSealGiven ? 0 : await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return read > 0 || buffer.IsEmpty ? read : Give(seal, ref sealGiven, buffer.Span);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private static int Give(byte[] bytes, ref int given, Span<byte> target)
        {
            int count = Math.Min(target.Length, bytes.Length - given);
            bytes.AsSpan(given, count).CopyTo(target);
            given += count;
            return count;
        }
    }
}
