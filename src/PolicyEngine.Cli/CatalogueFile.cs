using PolicyEngine.Catalogue;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Cli;

/// <summary>Reads the text form of a catalogue from a file.</summary>
internal static class CatalogueFile
{
    /// <summary>Catalogues are much shorter than this.</summary>
    internal const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no catalogue.</exception>
    internal static async Task<ServiceCatalogue> ReadAsync(string path, CliConsole console, CancellationToken cancellation)
    {
        using MemoryStream bytes = new(await InputFiles.ReadAllAsync(path, MaxBytes, console, cancellation).ConfigureAwait(false));
        try
        {
            return ServiceCatalogue.Read(bytes);
        }
        catch (CatalogueFormatException exception)
        {
            throw new InputException($"'{InputFiles.NameOf(path)}', {exception.Message}");
        }
    }
}
