namespace PolicyEngine.Cli.Cases;

/// <summary>Counts lines and columns while bytes go by.</summary>
internal struct TextCursor(LinePosition position)
{
    private int line = position.Line;
    private int column = position.Column;
    private bool afterReturn;

    /// <summary>The start of a text.</summary>
    internal static TextCursor Start => new(new LinePosition(1, 1));

    /// <summary>The place of the next byte, 1-based, columns in code points.</summary>
    internal readonly LinePosition Position => new(line, column);

    /// <summary>Goes past a byte.</summary>
    internal void Advance(byte b)
    {
        bool endsLine = b == '\r' || (b == '\n' && !afterReturn);
        if (endsLine) line++;
        if (endsLine || b == '\n') column = 1;
        else if ((b & 0xC0) != 0x80) column++;
        afterReturn = b == '\r';
    }
}
