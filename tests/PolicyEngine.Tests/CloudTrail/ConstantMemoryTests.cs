using System.Text;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>Tests that measure the memory of the whole process, alone.</summary>
[CollectionDefinition(nameof(MeasuredSerially), DisableParallelization = true)]
public sealed class MeasuredSerially;

/// <summary>A file is never held in memory, however long.</summary>
[Collection(nameof(MeasuredSerially))]
public sealed class ConstantMemoryTests
{
    private const int Records = 20_000;

    [Fact]
    public async Task A100_what_is_retained_does_not_grow_with_the_file()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        int count = 0;
        using GeneratedTrail trail = new(Records);
        await foreach (CloudTrailReading reading in CloudTrailReader.ReadAsync(trail, cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.NotNull(reading.Record);
            if (++count % 4000 == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(Records, count);
        Assert.True(trail.BytesGiven > 7_000_000, $"{trail.BytesGiven} bytes");
        Assert.True(peak < 2_000_000, $"{peak} bytes are retained");
    }

    /// <summary>A log file on one line that is made while it is read.</summary>
    internal sealed class GeneratedTrail(long records) : Stream
    {
        private byte[] rest = Encoding.UTF8.GetBytes("{\"Records\":[");
        private int given;
        private long made;

        internal long BytesGiven { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (given == rest.Length && !TryMake()) return 0;
            int part = Math.Min(count, rest.Length - given);
            rest.AsSpan(given, part).CopyTo(buffer.AsSpan(offset));
            given += part;
            BytesGiven += part;
            return part;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private bool TryMake()
        {
            if (made > records) return false;
            string text = made < records ? $"{(made == 0 ? "" : ",")}{Reading.Record($"r{made}")}" : "]}";
            rest = Encoding.UTF8.GetBytes(text);
            given = 0;
            made++;
            return true;
        }
    }
}
