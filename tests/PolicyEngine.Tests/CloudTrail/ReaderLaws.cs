using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>What holds whatever a file contains.</summary>
public class ReaderLaws
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", " ", "1", "null", "{\"Records\":[", "]}", "\"eventVersion\"", "{\"eventVersion\":\"1.11\"", "\"message\":", "\"a.b\":", "\\uD800", "é",
        Reading.Record("a"), Reading.Record("b") + "\n", "{\"detail-type\":1,\"detail\":", "{\"digestX\":",
    ];

    [Property(MaxTest = 300)]
    public bool Reader_is_total_on_bytes(byte[] bytes) => Read(bytes).TrueForAll(static r => r.Record is not null || !r.Diagnostics.IsEmpty);

    [Property(MaxTest = 1000)]
    public bool Reader_is_total_on_pieces_of_records(byte[] choice)
    {
        string text = string.Concat(choice.Select(static b => Pieces[b % Pieces.Length]));
        foreach (CloudTrailReading reading in Read(Encoding.UTF8.GetBytes(text)))
        {
            if (reading.Record is { } record) RecordReconstructor.Reconstruct(record);
            else if (reading.Diagnostics.IsEmpty) return false;
        }

        return true;
    }

    /// <summary>Whatever line is between good ones, they are read, or the fault that hides them is told.</summary>
    [Property(MaxTest = 1000)]
    public bool A_bad_line_hides_nothing_silently(byte[] choice)
    {
        string bad = string.Concat(choice.Take(12).Select(static b => Pieces[b % 10])).Replace("\n", "", StringComparison.Ordinal);
        List<CloudTrailReading> readings = Read(Encoding.UTF8.GetBytes($"{Reading.Record("x")}\n{bad}\n{Reading.Record("y")}\n{Reading.Record("z")}\n"));
        IEnumerable<string?> ids = readings.Where(static r => r.Record is not null).Select(static r => r.Record!.EventId);
        bool isHarmless = !bad.AsSpan().ContainsAnyExcept('[', ']', ' ');
        return ids.SequenceEqual(["x", "y", "z"], StringComparer.Ordinal) && (isHarmless || readings.Exists(static r => r.IsFault));
    }

    private static List<CloudTrailReading> Read(byte[] bytes) => Reading.ReadAsync(bytes).GetAwaiter().GetResult();
}
