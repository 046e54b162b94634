using System.Text.Json;
using PolicyEngine.Json;
using PolicyEngine.Text;

namespace PolicyEngine.Cli.Cases;

/// <summary>Cuts a stream of bytes into cases without reading ahead of them: lines, objects, or the elements of one array.</summary>
/// <remarks>Holds the bytes of one case at a time, at most <see cref="MaxCaseBytes"/>. Knows strings and brackets only; whether
/// a piece is JSON is for its reader to say. Not safe for concurrent use.</remarks>
internal sealed class JsonSlicer(string name)
{
    /// <summary>The most bytes of one case; a longer one is reported and skipped.</summary>
    internal const int MaxCaseBytes = 4 * 1024 * 1024;

    private readonly Queue<CaseText> ready = new();
    private readonly ValueBuffer piece = new(MaxCaseBytes);
    private Items items;
    private LinePosition pieceStart;
    private TextCursor cursor;
    private JsonScanner scanner;
    private int firstLineLength = -1;
    private TextCursor secondLineStart;
    private bool arrayEnded;
    private bool elementExpected = true;
    private bool afterComma;

    /// <summary>How the cases of a file follow each other.</summary>
    private enum Items
    {
        /// <summary>Not known yet: the first line does not tell.</summary>
        Undecided,

        /// <summary>One case a line; a line that is broken costs one case.</summary>
        Lines,

        /// <summary>Objects over several lines, one or more.</summary>
        Objects,

        /// <summary>The elements of one array.</summary>
        Array,
    }

    /// <summary>Takes the next complete case, if there is one.</summary>
    internal bool TryTake(out CaseText? text) => ready.TryDequeue(out text);

    /// <summary>Adds the bytes that follow.</summary>
    internal void Push(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            Push(b);
            cursor.Advance(b);
        }
    }

    /// <summary>Says that no bytes follow.</summary>
    internal void Complete()
    {
        if (piece.Length == 0)
        {
            if (items == Items.Array && !arrayEnded) Report("the array of cases is not closed");
            return;
        }

        bool twoLines = items == Items.Undecided && firstLineLength >= 0 && IsWholeObject(piece.Bytes[firstLineLength..]);
        if (twoLines) SplitLines();
        else Emit();
    }

    private void Push(byte b)
    {
        if (piece.Length == 0)
        {
            Begin(b);
        }
        else if (items is Items.Lines or Items.Undecided)
        {
            if (b == '\n') EndLine();
            else piece.Add(b);
        }
        else
        {
            Continue(b);
        }
    }

    private void Begin(byte b)
    {
        if (IsBlank(b)) return;
        if (items == Items.Undecided && b == '[')
        {
            items = Items.Array;
            return;
        }

        if (items == Items.Array && !BeginsElement(b)) return;
        pieceStart = cursor.Position;
        piece.Add(b);
        scanner = default;
        if (items is Items.Objects or Items.Array && Ends(b)) Emit();
    }

    private bool BeginsElement(byte b)
    {
        if (arrayEnded)
        {
            Report("there is text after the end of the array of cases");
            items = Items.Lines;
            return true;
        }

        if (b == ']')
        {
            if (afterComma) Report("the array of cases ends with a comma");
            arrayEnded = true;
            return false;
        }

        if (b == ',' && !elementExpected)
        {
            elementExpected = afterComma = true;
            return false;
        }

        return true;
    }

    private void Continue(byte b)
    {
        bool endsScalar = scanner.IsScalar && (IsBlank(b) || b is (byte)',' or (byte)']');
        if (endsScalar)
        {
            Emit();
            Begin(b);
            return;
        }

        piece.Add(b);
        if (Ends(b)) Emit();
    }

    /// <summary>Scans the next byte and tells if the piece ends with it. A piece that breaks the form of JSON ends where its brackets do.</summary>
    private bool Ends(byte b)
    {
        bool closesNothing = scanner.IsScalar && (b is (byte)'}' or (byte)']');
        return scanner.Take(b) == JsonScanner.Step.Ends || closesNothing;
    }

    private void EndLine()
    {
        if (items == Items.Lines)
        {
            Emit();
        }
        else if (firstLineLength < 0)
        {
            if (IsUnfinished(piece.Bytes)) BeginSecondLine();
            else Emit(Items.Lines);
        }
        else if (IsWholeObject(piece.Bytes[firstLineLength..]))
        {
            SplitLines();
        }
        else
        {
            ReadAsObjects();
        }
    }

    private void BeginSecondLine()
    {
        piece.Add((byte)'\n');
        firstLineLength = piece.Length;
        secondLineStart = cursor;
        secondLineStart.Advance((byte)'\n');
    }

    private void SplitLines()
    {
        byte[] second = piece.Bytes[firstLineLength..].ToArray();
        piece.Cut(firstLineLength - 1);
        Emit(Items.Lines);
        ready.Enqueue(new CaseText(PolicyText.FromUtf8(second, name, secondLineStart.Position)));
    }

    /// <summary>The first two lines belong to one object: they are scanned again as such.</summary>
    private void ReadAsObjects()
    {
        items = Items.Objects;
        byte[] read = piece.Bytes.ToArray();
        TextCursor here = cursor;
        cursor = new TextCursor(pieceStart);
        piece.Clear();
        Push(read);
        cursor = here;
        if (piece.Length > 0) Continue((byte)'\n');
    }

    private void Emit(Items found)
    {
        items = found;
        Emit();
    }

    private void Emit()
    {
        string? fault = piece.IsCut ? $"the case is longer than {MaxCaseBytes / 1024 / 1024} MiB"
            : items == Items.Array && !elementExpected ? "a comma is missing before this element of the array"
            : null;
        ready.Enqueue(new CaseText(PolicyText.FromUtf8(piece.Bytes, name, pieceStart), fault));
        elementExpected = afterComma = false;
        piece.Clear();
    }

    private void Report(string fault) => ready.Enqueue(new CaseText(PolicyText.FromUtf8([], name, cursor.Position), fault));

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsUnfinished(ReadOnlySpan<byte> line)
    {
        Utf8JsonReader reader = new(line, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 256 }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject) return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsWholeObject(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] != '{') return false;
        Utf8JsonReader reader = new(line, new JsonReaderOptions { MaxDepth = 256 });
        try
        {
            while (reader.Read())
            {
                // Reading to the end is the test.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
