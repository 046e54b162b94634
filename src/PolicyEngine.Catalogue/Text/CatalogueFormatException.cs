namespace PolicyEngine.Catalogue.Text;

#pragma warning disable RCS1194 // Only the reader of the text form makes these.

/// <summary>What is wrong with a text form, and in which line.</summary>
internal sealed class CatalogueFormatException(int line, string fault) : FormatException($"line {line}: {fault}")
{
    /// <summary>The number of the line; the first is 1.</summary>
    internal int Line => line;
}
