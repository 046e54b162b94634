using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.CloudTrail.Reading;

/// <summary>The bytes of the record that is being cut out, up to a limit, and the readings that were made of such bytes.</summary>
internal sealed class RecordBuffer(CloudTrailReaderOptions options)
{
    private const int KeptCapacity = 256 * 1024;
    private const int ShownBytes = 4096;
    private readonly Queue<CloudTrailReading> ready = new();
    private ArrayBufferWriter<byte> bytes = new(4096);
    private TextCursor start;
    private string path = "";
    private int brokenAt;
    private bool isCut;
    private long index;

    internal bool TryTake([NotNullWhen(true)] out CloudTrailReading? reading) => ready.TryDequeue(out reading);

    internal void Begin(TextCursor at, string where)
    {
        start = at;
        path = where;
    }

    internal void Add(byte b)
    {
        if (bytes.WrittenCount >= options.MaxRecordBytes)
        {
            isCut = true;
            return;
        }

        bytes.GetSpan(1)[0] = b;
        bytes.Advance(1);
    }

    /// <summary>Notes where the bytes stop being JSON.</summary>
    internal void Break(TextCursor at)
    {
        if (bytes.WrittenCount == 0) start = at;
        brokenAt = (int)Math.Min(at.Offset - start.Offset, bytes.WrittenCount);
    }

    /// <summary>Notes that the bytes stop too early.</summary>
    internal void BreakAtEnd(TextCursor at)
    {
        if (bytes.WrittenCount == 0) start = at;
        brokenAt = bytes.WrittenSpan.TrimEnd(" \t\r\n"u8).Length;
    }

    /// <summary>Forgets the bytes; memory beyond what an ordinary record takes is given back.</summary>
    internal void Clear()
    {
        if (bytes.Capacity > KeptCapacity) bytes = new ArrayBufferWriter<byte>(4096);
        else bytes.ResetWrittenCount();
        isCut = false;
    }

    internal void EmitRecord()
    {
        if (isCut)
        {
            Emit(null, Find(Descriptors.RecordTooLong, 0, options.MaxRecordBytes));
            return;
        }

        bool isRead = RecordUnwrapper.TryRead(bytes.WrittenSpan, out CloudTrailRecord? record, out RecordFault fault);
        if (!isRead) Emit(null, Find(fault.Descriptor, OffsetOf(fault), fault.Reason));
        else if (record!.EventVersion is { } version && !version.StartsWith("1.", StringComparison.Ordinal)) Emit(record, Find(Descriptors.RecordVersion, 0, version));
        else Emit(record, null);
    }

    internal void EmitBroken(string reason)
    {
        if (isCut) Emit(null, Find(Descriptors.RecordTooLong, 0, options.MaxRecordBytes));
        else Emit(null, Find(Descriptors.RecordNotJson, brokenAt, reason));
    }

    internal void EmitNotice(DiagnosticDescriptor descriptor) => Emit(null, Find(descriptor, 0));

    /// <summary>Reports something that has no bytes.</summary>
    internal void Report(DiagnosticDescriptor descriptor, TextCursor at, string where, string reason)
    {
        Clear();
        Begin(at, where);
        Emit(null, Find(descriptor, 0, reason));
    }

    private void Emit(CloudTrailRecord? record, Diagnostic? found) => ready.Enqueue(new CloudTrailReading
    {
        Record = record,
        Diagnostics = found is null ? [] : ImmutableArray.Create(found),
        Index = index++,
        Path = path,
        Offset = start.Offset,
        Position = start.Position,
    });

    private Diagnostic Find(DiagnosticDescriptor descriptor, int offset, params ReadOnlySpan<object?> arguments)
    {
        int shown = Math.Min(bytes.WrittenCount, Math.Max(ShownBytes, offset + 256));
        int at = Math.Min(offset, shown);
        return new Diagnostic
        {
            Descriptor = descriptor,
            Severity = descriptor.DefaultSeverity,
            Message = descriptor.FormatMessage(arguments),
            Path = path,
            Span = new TextSpan(at, Math.Min(1, shown - at)),
            Source = PolicyText.FromUtf8(bytes.WrittenSpan[..shown], options.Name, start.Position),
        };
    }

    private int OffsetOf(RecordFault fault)
    {
        ReadOnlySpan<byte> text = bytes.WrittenSpan;
        int offset = 0;
        for (long line = fault.Line; line > 0; line--)
        {
            int end = text[offset..].IndexOf((byte)'\n');
            if (end < 0) break;
            offset += end + 1;
        }

        return (int)Math.Min(offset + fault.Column, text.Length);
    }
}
