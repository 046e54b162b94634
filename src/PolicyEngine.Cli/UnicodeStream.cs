using System.Text;

namespace PolicyEngine.Cli;

/// <summary>Reads the text of another stream as UTF-8, in whatever Unicode encoding it is: the first bytes tell, by a byte order mark or by the zeros of the
/// first character, which is ASCII in JSON. Other bytes, such as those of an archive, are given on as they are.</summary>
/// <param name="source">The stream.</param>
/// <param name="tell">Is told what else than UTF-8 without a byte order mark the text is.</param>
internal sealed class UnicodeStream(Stream source, Action<string> tell) : Stream
{
    private const int MostMark = 4;
    private const string LowFirst = "UTF-16, the low byte first";
    private const string HighFirst = "UTF-16, the high byte first";
    private Stream? text;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            if (text is not null) return text.Read(buffer, offset, count);
            byte[] head = new byte[MostMark];
            text = Begin(head, source.ReadAtLeast(head, MostMark, throwOnEndOfStream: false));
            return text.Read(buffer, offset, count);
        }
        catch (DecoderFallbackException)
        {
            throw Broken();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (text is not null) return await text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            byte[] head = new byte[MostMark];
            text = Begin(head, await source.ReadAtLeastAsync(head, MostMark, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false));
            return await text.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            throw Broken();
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) source.Dispose();
        base.Dispose(disposing);
    }

    private static IOException Broken() => new("the text is broken where it is no longer of its encoding");

    private Stream Begin(byte[] head, int length)
    {
        ReadOnlySpan<byte> first = head.AsSpan(0, length);
        (Encoding? encoding, int mark, string? name) = first switch
        {
            [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), 4, "UTF-32, the low byte first"),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true), 4, "UTF-32, the high byte first"),
            [0xFF, 0xFE, ..] => (Utf16(isBigEndian: false), 2, LowFirst),
            [0xFE, 0xFF, ..] => (Utf16(isBigEndian: true), 2, HighFirst),
            [> 0 and < 0x80, 0, > 0 and < 0x80, 0, ..] => (Utf16(isBigEndian: false), 0, LowFirst),
            [0, > 0 and < 0x80, 0, > 0 and < 0x80, ..] => (Utf16(isBigEndian: true), 0, HighFirst),
            [0xEF, 0xBB, 0xBF, ..] => ((Encoding?)null, 3, "UTF-8 with a byte order mark"),
            _ => (null, 0, null),
        };
        if (name is not null) tell($"the text is {name}, and is read as such: save it as UTF-8 without a byte order mark");
        Stream rest = new RestStream(head.AsMemory(mark, length - mark), source);
        return encoding is null ? rest : Encoding.CreateTranscodingStream(rest, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static UnicodeEncoding Utf16(bool isBigEndian) => new(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>What was read already, then the rest of a stream.</summary>
    private sealed class RestStream(ReadOnlyMemory<byte> head, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> head = head;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => head.IsEmpty ? rest.Read(buffer, offset, count) : TakeHead(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            head.IsEmpty ? rest.ReadAsync(buffer, cancellationToken) : ValueTask.FromResult(TakeHead(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int TakeHead(Span<byte> buffer)
        {
            int length = Math.Min(buffer.Length, head.Length);
            head.Span[..length].CopyTo(buffer);
            head = head[length..];
            return length;
        }
    }
}
