namespace PolicyEngine;

/// <summary>A place in a text as people count it.</summary>
/// <param name="Line">The line, 1-based. A line ends at LF, CR LF or CR.</param>
/// <param name="Column">The column, 1-based, in Unicode code points: a tab, a wide character and an emoji count 1 each.</param>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>The position as <c>line:column</c>.</summary>
    /// <returns>Both numbers, 1-based.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
