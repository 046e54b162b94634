using System.IO.Compression;
using System.Text;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>Q-23: a compressed file that ends early loses nothing silently.</summary>
public class GzipTests
{
    private const string First = """{"Records":[{"eventVersion":"1.08","eventID":"a"},{"eventVersion":"1.08","eventID":"b"}]}""";
    private const string Second = """{"Records":[{"eventVersion":"1.08","eventID":"c"}]}""";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task Q23_Members_that_are_complete_are_read_without_a_fault(int step)
    {
        byte[] one = Compress(First);
        Assert.Equal((2, 0), await CountAsync(one, step));
        Assert.Equal((3, 0), await CountAsync([.. one, .. Compress(Second)], step));
        Assert.Equal((2, 0), await CountAsync([.. one, .. Compress(""), .. Compress("")], step));
        Assert.Equal((0, 0), await CountAsync(Compress(""), step));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task Q23_A_file_cut_at_any_byte_is_a_fault(int step)
    {
        byte[] whole = Compress(First);
        for (int length = 1; length < whole.Length; length++)
        {
            (int records, int faults) = await CountAsync(whole[..length], step);
            Assert.True(faults > 0, $"{length} of {whole.Length} bytes: {records} records and no fault");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task Q23_A_second_member_cut_at_any_byte_is_a_fault_after_the_records_of_the_first(int step)
    {
        byte[] first = Compress(First);
        byte[] whole = [.. first, .. Compress(Second)];
        for (int length = first.Length + 1; length < whole.Length; length++)
        {
            (int records, int faults) = await CountAsync(whole[..length], step);
            Assert.True(faults > 0, $"{length} of {whole.Length} bytes: no fault");
            Assert.InRange(records, 2, 3);
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("garbage")]
    [InlineData("{}")]
    [InlineData("\u001f")]
    [InlineData("\n")]
    public async Task Q23_What_follows_a_member_and_is_none_is_a_fault(string rest)
    {
        foreach (int step in (int[])[1, int.MaxValue])
        {
            (int records, int faults) = await CountAsync([.. Compress(First), .. Encoding.Latin1.GetBytes(rest)], step);
            Assert.Equal((2, 1), (records, faults));
        }
    }

    [Fact]
    public async Task Q23_A_byte_that_changed_is_a_fault()
    {
        byte[] whole = Compress(First);
        for (int place = 10; place < whole.Length; place++)
        {
            // The last byte before check sum and length has bits that nothing uses.
            if (place == whole.Length - 9) continue;
            byte[] changed = [.. whole];
            changed[place] ^= 0x10;
            (_, int faults) = await CountAsync(changed, int.MaxValue);
            Assert.True(faults > 0, $"byte {place} changed: no fault");
        }
    }

    [Fact]
    public async Task Q23_The_fault_tells_how_many_records_were_read()
    {
        List<CloudTrailReading> found = await ReadAsync([.. Compress(First), 0], int.MaxValue);
        Assert.Equal("The file is not complete: bytes follow that are no member of a gzip file, after 2 records", found[^1].Diagnostics[0].Message);
    }

    [Theory]
    [InlineData("records")]
    [InlineData("Events")]
    [InlineData("logEvents")]
    [InlineData("QueryResultRows")]
    public async Task Q23_A_record_with_an_array_named_like_a_container_is_a_record(string name)
    {
        string record = $$"""{"eventVersion":"1.08","eventID":"a","{{name}}":[{"x":1},[2]],"awsRegion":"us-east-1"}""";
        foreach (string text in (string[])[record, $$"""{"Records":[{{record}},{{record}}]}""", $"[{record}]"])
        {
            List<CloudTrailReading> found = await ReadAsync(Encoding.UTF8.GetBytes(text), int.MaxValue);
            Assert.All(found, static reading => Assert.Equal("a", reading.Record?.EventId));
        }
    }

    private static async Task<(int Records, int Faults)> CountAsync(byte[] bytes, int step)
    {
        List<CloudTrailReading> found = await ReadAsync(bytes, step).ConfigureAwait(false);
        return (found.Count(static reading => reading.Record is not null), found.Count(static reading => reading.IsFault));
    }

    private static async Task<List<CloudTrailReading>> ReadAsync(byte[] bytes, int step)
    {
        using SteppedStream stream = new(bytes, step);
        return await CloudTrailReader.ReadAsync(stream, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).ConfigureAwait(false);
    }

    private static byte[] Compress(string text)
    {
        using MemoryStream stream = new();
        using (GZipStream zip = new(stream, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }

    /// <summary>Gives at most so many bytes at once.</summary>
    private sealed class SteppedStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, step)], cancellationToken);
    }
}
