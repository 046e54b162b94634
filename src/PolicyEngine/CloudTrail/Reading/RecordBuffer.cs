using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Text;

namespace PolicyEngine.CloudTrail.Reading;

/// <summary>The bytes of the record that is being cut out, up to a limit, and the readings that were made of such bytes.</summary>
internal sealed class RecordBuffer(CloudTrailReaderOptions options)
{
    private const int ShownBytes = 4096;
    private readonly Queue<CloudTrailReading> ready = new();
    private readonly ValueBuffer bytes = new(options.MaxRecordBytes);
    private TextCursor start;
    private string path = "";
    private int brokenAt;
    private long index;

    /// <summary>The number of records so far.</summary>
    internal long Records { get; private set; }

    internal bool TryTake([NotNullWhen(true)] out CloudTrailReading? reading) => ready.TryDequeue(out reading);

    internal void Begin(TextCursor at, string where)
    {
        start = at;
        path = where;
    }

    internal void Add(byte b) => bytes.Add(b);

    /// <summary>Notes where the bytes stop being JSON.</summary>
    internal void Break(TextCursor at)
    {
        if (bytes.Length == 0) start = at;
        brokenAt = (int)Math.Min(at.Offset - start.Offset, bytes.Length);
    }

    /// <summary>Notes that the bytes stop too early.</summary>
    internal void BreakAtEnd(TextCursor at)
    {
        if (bytes.Length == 0) start = at;
        brokenAt = bytes.Bytes.TrimEnd(" \t\r\n"u8).Length;
    }

    /// <summary>Forgets the bytes.</summary>
    internal void Clear() => bytes.Clear();

    internal void EmitRecord()
    {
        if (bytes.IsCut)
        {
            Emit(null, Find(Descriptors.RecordTooLong, 0, options.MaxRecordBytes));
            return;
        }

        bool isRead = RecordUnwrapper.TryRead(bytes.Bytes, out CloudTrailRecord? record, out RecordUnwrapper.Fault fault);
        if (!isRead) Emit(null, Find(fault.Descriptor, fault.Offset, fault.Reason));
        else if (record!.HasUnknownVersion) Emit(record, Find(Descriptors.RecordVersion, 0, record.EventVersion));
        else Emit(record, null);
    }

    internal void EmitBroken(string reason)
    {
        if (bytes.IsCut) Emit(null, Find(Descriptors.RecordTooLong, 0, options.MaxRecordBytes));
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

    private void Emit(CloudTrailRecord? record, Diagnostic? found)
    {
        if (record is not null) Records++;
        ready.Enqueue(new CloudTrailReading
        {
            Record = record,
            Diagnostics = found is null ? [] : ImmutableArray.Create(found),
            Index = index++,
            Path = path,
            Offset = start.Offset,
            Position = start.Position,
        });
    }

    private Diagnostic Find(DiagnosticDescriptor descriptor, int offset, params ReadOnlySpan<object?> arguments)
    {
        int shown = Math.Min(bytes.Length, Math.Max(ShownBytes, offset + 256));
        int at = Math.Min(offset, shown);
        PolicyText source = PolicyText.FromUtf8(bytes.Bytes[..shown], options.Name, start.Position);
        return new Diagnostic(descriptor, descriptor.DefaultSeverity, descriptor.FormatMessage(arguments), path, new TextSpan(at, Math.Min(1, shown - at)), source);
    }
}
