using System.Text.Json;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>The files of a source, which the caller reads.</summary>
/// <param name="read">Gives the bytes of a file by its name below the source; null where there is none.</param>
internal sealed class SourceFiles(Func<string, ReadOnlyMemory<byte>?> read)
{
    /// <summary>JSON of the sources is flatter than this.</summary>
    private const int MaxDepth = 16;

    /// <summary>The value of a file.</summary>
    /// <exception cref="CatalogueSourceException">The file is missing, or no JSON.</exception>
    internal SourceElement Read(string name) => TryRead(name) ?? throw new CatalogueSourceException(name, "", "there is no such file");

    /// <summary>The value of a file; null where there is none.</summary>
    /// <exception cref="CatalogueSourceException">The file is no JSON.</exception>
    internal SourceElement? TryRead(string name) => read(name) is { } bytes ? Parse(name, bytes) : null;

    private static SourceElement Parse(string name, ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (bytes.Span.StartsWith(mark)) bytes = bytes[mark.Length..];
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return new SourceElement(name, "", document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            string place = exception.LineNumber is { } line ? $"line {line + 1}" : "";
            throw new CatalogueSourceException(name, place, "it is no JSON, or nested deeper than such files are");
        }
    }
}
