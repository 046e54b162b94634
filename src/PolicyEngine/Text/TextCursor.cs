namespace PolicyEngine.Text;

/// <summary>Counts bytes, lines and columns while a text goes by.</summary>
internal struct TextCursor
{
    private int lines;
    private int columns;
    private bool afterReturn;

    /// <summary>A cursor at a place of a larger text; the default is at its beginning.</summary>
    internal TextCursor(LinePosition position)
    {
        lines = position.Line - 1;
        columns = position.Column - 1;
    }

    /// <summary>The number of bytes gone by, which is the offset of the next one.</summary>
    internal long Offset { get; private set; }

    /// <summary>The place of the next byte, 1-based, columns in code points.</summary>
    internal readonly LinePosition Position => new(lines + 1, columns + 1);

    /// <summary>True if the next byte begins a line.</summary>
    internal readonly bool IsAtLineStart => columns == 0;

    /// <summary>Goes past a byte.</summary>
    internal void Advance(byte b)
    {
        Offset++;
        if (b is not ((byte)'\r' or (byte)'\n'))
        {
            if ((b & 0xC0) != 0x80) columns++;
            afterReturn = false;
            return;
        }

        if (b == '\r' || !afterReturn) lines++;
        columns = 0;
        afterReturn = b == '\r';
    }
}
