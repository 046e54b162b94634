using System.IO.Compression;
using System.Text;
using PolicyEngine.CloudTrail;
using PolicyEngine.Tests.CloudTrail;

namespace PolicyEngine.Tests.Threats;

/// <summary>A stream that stalls, fails or is given up ends the reading, and nothing is lost or held before that.</summary>
/// <remarks>Alone in the process, as one test counts all memory.</remarks>
[Collection(nameof(SerialCollection))]
public sealed class CancellationTests
{
    private static readonly byte[] Record = Encoding.UTF8.GetBytes(Reading.Record("a") + "\n");

    [Fact]
    public async Task A_reading_that_is_given_up_while_the_stream_stalls_ends()
    {
        using CancellationTokenSource stop = new();
        using TroubledStream stream = new(Record, static token => Task.Delay(Timeout.Infinite, token));
        List<CloudTrailReading> readings = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(stream, readings, stop.Token, stop.Cancel));
        Assert.Equal("a", Assert.Single(readings).Record!.EventId);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_fails_gives_what_came_before_and_its_own_fault()
    {
        using TroubledStream stream = new(Record, static _ => throw new IOException("the line is down"));
        List<CloudTrailReading> readings = [];
        IOException thrown = await Assert.ThrowsAsync<IOException>(() => ReadAsync(stream, readings, TestContext.Current.CancellationToken));
        Assert.Equal("the line is down", thrown.Message);
        Assert.Single(readings);
    }

    [Fact]
    public async Task A_reader_that_is_left_early_takes_no_more_of_the_stream()
    {
        int asked = 0;
        using TroubledStream stream = new(Record, _ =>
        {
            asked++;
            return Task.CompletedTask;
        });
        await foreach (CloudTrailReading reading in CloudTrailReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.NotNull(reading.Record);
            break;
        }

        Assert.Equal(0, asked);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_reading_that_was_given_up_before_it_began_reads_nothing()
    {
        using MemoryStream stream = new(Record);
        List<CloudTrailReading> readings = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(stream, readings, new CancellationToken(canceled: true)));
        Assert.Empty(readings);
    }

    /// <summary>A small file may unzip to a large one: it is read in pieces, and one record at a time is held.</summary>
    [Fact]
    public async Task A_compressed_bomb_is_read_in_bounded_memory()
    {
        using MemoryStream packed = new();
        await using (GZipStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)'7');
            await zip.WriteAsync("{\"eventName\":\""u8.ToArray(), TestContext.Current.CancellationToken);
            for (int i = 0; i < 40; i++) await zip.WriteAsync(blanks, TestContext.Current.CancellationToken);
        }

        packed.Position = 0;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        List<CloudTrailReading> readings = [];
        await ReadAsync(packed, readings, TestContext.Current.CancellationToken);
        Assert.InRange(packed.Length, 0, 100_000);
        Assert.True(Assert.Single(readings).IsFault);
        Assert.NotInRange(GC.GetTotalAllocatedBytes(precise: true) - before, 30_000_000, long.MaxValue);
    }

    private static async Task ReadAsync(Stream stream, List<CloudTrailReading> readings, CancellationToken cancellation, Action? afterEach = null)
    {
        await foreach (CloudTrailReading reading in CloudTrailReader.ReadAsync(stream, cancellationToken: cancellation).ConfigureAwait(false))
        {
            readings.Add(reading);
            afterEach?.Invoke();
        }
    }

    /// <summary>Gives some bytes, and then trouble instead of the end.</summary>
    private sealed class TroubledStream(byte[] bytes, Func<CancellationToken, Task> trouble) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Read(buffer.Span);
            if (count == 0) await trouble(cancellationToken).ConfigureAwait(false);
            return count;
        }
    }
}
