using PolicyEngine.Catalogue.Sources;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Cli;

/// <summary>Reads the sources of a catalogue from the disk.</summary>
internal static class CatalogueSources
{
    private const int MaxFiles = 10_000;

    /// <summary>Reads a source, of whichever kind it is.</summary>
    /// <exception cref="InputException">A file cannot be read, or is malformed.</exception>
    internal static async Task<CatalogueContent> ReadAsync(string path, CliConsole console, CancellationToken cancellation)
    {
        if (!Directory.Exists(path)) return (await CatalogueFile.ReadAsync(path, console, cancellation).ConfigureAwait(false)).ToContent();
        foreach ((string file, string data) in IamDataReader.Marks)
        {
            string services = Path.Combine(path, file);
            if (File.Exists(services)) return Tell(path, () => IamDataReader.Read(FilesOf(path), data, DateOf([services])));
        }

        return ReadReference(path);
    }

    /// <summary>Reads a folder of AWS's service reference.</summary>
    /// <exception cref="InputException">A file cannot be read, or is malformed.</exception>
    internal static CatalogueContent ReadReference(string path)
    {
        if (!Directory.Exists(path)) throw new InputException($"cannot read '{path}': {(File.Exists(path) ? "it is no folder" : "there is no such folder")}");
        try
        {
            string[] files = [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Take(MaxFiles + 1)];
            if (files.Length is 0 or > MaxFiles) throw new InputException($"'{path}' holds {(files.Length == 0 ? "no" : "too many")} *.json files");
            string[] names = [.. files.Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))];
            return Tell(path, () => ServiceReferenceReader.Read(FilesOf(path), names, DateOf(files)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read '{path}': {InputFiles.ReasonOf(exception)}");
        }
    }

    private static SourceFiles FilesOf(string folder) => new(name =>
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) return null;
        try
        {
            if (new FileInfo(path).Length > CatalogueFile.MaxBytes) throw new InputException($"'{path}' is longer than {CatalogueFile.MaxBytes} bytes");
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read '{path}': {InputFiles.ReasonOf(exception)}");
        }
    });

    private static CatalogueContent Tell(string folder, Func<CatalogueContent> read)
    {
        try
        {
            return read();
        }
        catch (CatalogueSourceException exception)
        {
            throw new InputException($"in '{folder}', {exception.Message}");
        }
    }

    /// <summary>Files that tell no date themselves are as old as the newest of them.</summary>
    private static string DateOf(IEnumerable<string> files) => CatalogueDate.Write(DateOnly.FromDateTime(files.Max(File.GetLastWriteTimeUtc)));
}
