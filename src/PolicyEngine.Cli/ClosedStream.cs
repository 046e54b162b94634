namespace PolicyEngine.Cli;

/// <summary>Stands for a standard stream that was closed before the tool began: each use of it says so.</summary>
internal sealed class ClosedStream : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing was written.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new IOException("it is closed");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("it is closed");

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
