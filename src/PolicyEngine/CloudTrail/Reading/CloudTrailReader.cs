using System.Runtime.CompilerServices;
using PolicyEngine.CloudTrail.Reading;

namespace PolicyEngine.CloudTrail;

/// <summary>Reads records of CloudTrail from a stream, one at a time.</summary>
/// <remarks>Takes log files (<c>{"Records":[…]}</c>), JSON Lines, arrays, single records, output of <c>lookup-events</c>, events of EventBridge,
/// log events of CloudWatch Logs, and rows of Athena and CloudTrail Lake, each of them also compressed by gzip, which is seen by its first bytes.
/// Memory does not grow with the file: one record is held at a time. AWS page:
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html">CloudTrail log file examples</see>.</remarks>
public static class CloudTrailReader
{
    private const int BufferBytes = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    /// <summary>Reads the records in order.</summary>
    /// <remarks>No text makes it throw: what is no record is reported in its place and passed over. The stream is not closed.</remarks>
    /// <param name="stream">The bytes.</param>
    /// <param name="options">The name and the limit; default <see cref="CloudTrailReaderOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>A reading for each record, and for each place that holds none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static IAsyncEnumerable<CloudTrailReading> ReadAsync(Stream stream, CloudTrailReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ReadCoreAsync(stream, options ?? CloudTrailReaderOptions.Default, cancellationToken);
    }

    private static async IAsyncEnumerable<CloudTrailReading> ReadCoreAsync(
        Stream stream, CloudTrailReaderOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RecordSplitter slicer = new(options);
        byte[] buffer = new byte[BufferBytes];
        int count = await stream.ReadAtLeastAsync(buffer, ByteOrderMark.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        using GzipText? unzipped = buffer.AsSpan(0, count).StartsWith(GzipMark) ? new GzipText(buffer[..count], stream) : null;
        if (unzipped is not null) count = await FillAsync(unzipped, buffer, cancellation).ConfigureAwait(false);
        int start = buffer.AsSpan(0, count).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        slicer.Skip(start);
        while (count > 0)
        {
            for (int next = start; next < count; next++)
            {
                slicer.Push(buffer[next]);
                while (slicer.TryTake(out CloudTrailReading? reading)) yield return reading;
            }

            cancellation.ThrowIfCancellationRequested();
            start = 0;
            count = unzipped is null
                ? await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)
                : await FillAsync(unzipped, buffer, cancellation).ConfigureAwait(false);
        }

        if (unzipped?.Fault is { } fault) slicer.Damage(fault);

        slicer.Complete();
        while (slicer.TryTake(out CloudTrailReading? reading)) yield return reading;
    }

    /// <summary>Reads as many bytes as a byte order mark has, or to the end.</summary>
    private static async ValueTask<int> FillAsync(GzipText text, byte[] buffer, CancellationToken cancellation)
    {
        int count = 0;
        while (count < ByteOrderMark.Length)
        {
            int read = await text.ReadAsync(buffer.AsMemory(count), cancellation).ConfigureAwait(false);
            if (read == 0) break;
            count += read;
        }

        return count;
    }
}
