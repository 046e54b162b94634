using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Text;

namespace PolicyEngine.CloudTrail.Reading;

/// <summary>Cuts a stream of bytes into records without reading ahead of them: values that follow one another, elements of an array, or elements of
/// an array in an object.</summary>
/// <remarks>Holds the bytes of one record at a time. What breaks the form of JSON is passed over up to the next place where a record begins.
/// Not safe for concurrent use.</remarks>
internal sealed class RecordSplitter(CloudTrailReaderOptions options)
{
    /// <summary>A time such as <c>2026-05-01T00:00:00.000Z</c> has no more bytes.</summary>
    private const int MaxTime = 32;

    private readonly byte[] time = new byte[MaxTime];
    private readonly Stack<SplitterFrame> frames = new();
    private readonly ContainerDetector watch = new();
    private readonly RecordBuffer piece = new(options);
    private State state;
    private TextCursor cursor;
    private JsonScanner outline;
    private RecordStart nextStart;
    private TextCursor candidate;
    private int firstLine;
    private TextCursor timeStart;
    private int timeLength;
    private long topCount;
    private bool isObject;
    private bool isDropped;
    private bool endedOnItsLine;
    private bool areLines;
    private bool isDamaged;

    private enum State
    {
        /// <summary>Before a value, or after one.</summary>
        Between,

        /// <summary>Inside a value.</summary>
        Inside,

        /// <summary>In the time that an export of CloudWatch Logs writes before each record.</summary>
        InTime,

        /// <summary>After what is no JSON, looking for the next record.</summary>
        Lost,
    }

    private SplitterFrame? Frame => frames.TryPeek(out SplitterFrame? frame) ? frame : null;

    /// <summary>Takes the next reading, if there is one.</summary>
    internal bool TryTake([NotNullWhen(true)] out CloudTrailReading? reading) => piece.TryTake(out reading);

    /// <summary>Leaves out bytes at the beginning.</summary>
    internal void Skip(int count)
    {
        for (int i = 0; i < count; i++) cursor.Advance(0x80);
    }

    /// <summary>Adds the byte that follows.</summary>
    internal void Push(byte b)
    {
        bool cutsLine = areLines && b == '{' && cursor.IsAtLineStart && (state != State.Between || frames.Count > 0);
        if (cutsLine) CutLine();
        Take(b);
        cursor.Advance(b);
    }

    /// <summary>Says that the bytes that should follow cannot be read.</summary>
    internal void Damage(string reason)
    {
        isDamaged = true;
        Leave("the file is damaged here");
        piece.Report(Descriptors.TrailCut, cursor, PathOf(), $"{reason}, after {piece.Records} {(piece.Records == 1 ? "record" : "records")}");
    }

    /// <summary>Says that no bytes follow.</summary>
    internal void Complete()
    {
        if (isDamaged) return;
        if (state == State.InTime) LoseTime((byte)'\n');
        bool wasLost = state == State.Lost;
        if (state == State.Inside && outline.Take((byte)'\n') == JsonScanner.Step.Ended) Finish();
        Leave("the file ends before it does");
        if (frames.Count > 0 && !wasLost) piece.Report(Descriptors.TrailCut, cursor, PathOf(), "an array of records is not closed");
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1E;

    private void Take(byte b)
    {
        switch (state)
        {
            case State.Between: TakeBetween(b); break;
            case State.Inside: TakeInside(b); break;
            case State.InTime: TakeTime(b); break;
            default: TakeLost(b); break;
        }
    }

    private void TakeBetween(byte b)
    {
        if (IsBlank(b))
        {
            areLines |= b == '\n' && endedOnItsLine && frames.Count == 0;
            return;
        }

        endedOnItsLine = false;
        if (Frame is { } array && b == ',')
        {
            if (array.LacksElement) piece.Report(Descriptors.RecordNotJson, cursor, PathOf(), "an element is missing before the comma");
            array.LacksElement = true;
        }
        else if (Frame is not null && b == ']')
        {
            CloseArray();
        }
        else if (Frame is null && b == '[')
        {
            frames.Push(new SplitterFrame(""));
        }
        else if (frames.Count == 0 && cursor.IsAtLineStart && b is >= (byte)'0' and <= (byte)'9')
        {
            (state, timeStart, timeLength) = (State.InTime, cursor, 0);
            TakeTime(b);
        }
        else
        {
            Begin(b == '{', cursor);
            if (frames.Count == 0 && b is not ((byte)'{' or (byte)'"')) LoseWay(b);
            else TakeInside(b);
        }
    }

    /// <summary>Takes a byte of what begins a line with a digit: a time, which is passed over with the blank after it, or no JSON.</summary>
    private void TakeTime(byte b)
    {
        if (!IsBlank(b) && timeLength < MaxTime)
        {
            time[timeLength++] = b;
            return;
        }

        if (b is (byte)' ' or (byte)'\t' && IsTime(time.AsSpan(0, timeLength))) state = State.Between;
        else LoseTime(b);
    }

    private static bool IsTime(ReadOnlySpan<byte> text) =>
        text.Length > 19 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[^1] == 'Z';

    /// <summary>What looked like a time is none.</summary>
    private void LoseTime(byte b)
    {
        Begin(asObject: false, timeStart);
        state = State.Lost;
        nextStart = default;
        piece.Break(timeStart);
        foreach (byte digit in time.AsSpan(0, timeLength)) TakeLost(digit);
        TakeLost(b);
    }

    private void LoseWay(byte b)
    {
        state = State.Lost;
        nextStart = default;
        piece.Break(cursor);
        TakeLost(b);
    }

    private void Begin(bool asObject, TextCursor start)
    {
        state = State.Inside;
        outline = default;
        isObject = asObject;
        isDropped = false;
        firstLine = start.Position.Line;
        watch.Reset();
        piece.Begin(start, PathOf());
    }

    private void TakeInside(byte b)
    {
        switch (outline.Take(b))
        {
            case JsonScanner.Step.Ended:
                Finish();
                TakeBetween(b);
                return;
            case JsonScanner.Step.Breaks:
                LoseWay(b);
                return;
            case JsonScanner.Step.Ends:
                piece.Add(b);
                Finish();
                return;
        }

        if (!isDropped) piece.Add(b);
        bool canHoldRecords = isObject && (frames.Count == 0 || (frames.Count == 1 && Frame!.Outline is null));
        if (!canHoldRecords) return;
        bool opensArray = watch.Sees(b, outline);
        isDropped |= watch.IsDigest;
        if (opensArray) OpenArray();
    }

    private void OpenArray()
    {
        Count();
        frames.Push(new SplitterFrame(watch.Container) { Outline = outline, FirstLine = firstLine });
        piece.Clear();
        state = State.Between;
    }

    private void CloseArray()
    {
        SplitterFrame closed = frames.Pop();
        if (closed.Outline is not { } saved) return;
        outline = saved;
        outline.Take((byte)']');
        firstLine = closed.FirstLine;
        state = State.Inside;
        isObject = isDropped = true;
    }

    private void Finish()
    {
        state = State.Between;
        endedOnItsLine = frames.Count == 0 && firstLine == cursor.Position.Line;
        if (!isDropped) piece.EmitRecord();
        else if (watch.IsDigest) piece.EmitNotice(Descriptors.DigestFile);
        if (!isDropped || watch.IsDigest) Count();
        piece.Clear();
    }

    private void TakeLost(byte b)
    {
        bool isStart = cursor.IsAtLineStart && (b == '{' || (b == '[' && frames.Count == 0));
        if (isStart)
        {
            EndLost();
            TakeBetween(b);
            return;
        }

        if (b == '{') candidate = cursor;
        if (!nextStart.Ends(b)) return;
        EndLost();
        Begin(asObject: true, candidate);
        foreach (byte known in "{\"eventVersion\""u8) TakeInside(known);
    }

    private void EndLost()
    {
        piece.EmitBroken("what follows makes no JSON of it");
        Count();
        piece.Clear();
        state = State.Between;
    }

    /// <summary>Among lines, a line that begins with an object ends whatever was open.</summary>
    private void CutLine()
    {
        if (state == State.Between) piece.Report(Descriptors.TrailCut, cursor, PathOf(), "the line ends before its array of records does");
        else Leave("the line ends before it does");
        frames.Clear();
    }

    private void Leave(string reason)
    {
        if (state == State.Lost)
        {
            EndLost();
        }
        else if (state == State.Inside)
        {
            piece.BreakAtEnd(cursor);
            piece.EmitBroken(reason);
            Count();
            piece.Clear();
        }

        state = State.Between;
    }

    private void Count()
    {
        if (Frame is { } frame)
        {
            frame.Count++;
            frame.LacksElement = false;
        }
        else
        {
            topCount++;
        }
    }

    private string PathOf() => Frame is { } frame ? $"{frame.Label}[{frame.Count}]" : $"[{topCount}]";
}
