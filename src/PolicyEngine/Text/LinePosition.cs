namespace PolicyEngine;

/// <summary>A place in a text as people count it.</summary>
public readonly record struct LinePosition
{
    /// <summary>Makes a place.</summary>
    /// <param name="line">The line, 1-based.</param>
    /// <param name="column">The column, 1-based.</param>
    public LinePosition(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line, 1-based. A line ends at LF, CR LF or CR.</summary>
    public int Line { get; }

    /// <summary>The column, 1-based, in Unicode code points: a tab, a wide character and an emoji count 1 each.</summary>
    public int Column { get; }

    /// <summary>The position as <c>line:column</c>.</summary>
    /// <returns>Both numbers, 1-based.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
