using PolicyEngine.Catalogue;
using PolicyEngine.Facts;

namespace PolicyEngine.Cli;

/// <summary>Reads the file of actions that exist: one <c>service:Name</c> a line; empty lines and lines that begin with # are passed over.</summary>
internal static class ActionsFile
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line is no action.</exception>
    internal static async Task<ActionCatalogue> ReadAsync(string path, CliConsole console, CancellationToken cancellation) =>
        ActionCatalogue.TryCreate(await ReadNamesAsync(path, console, cancellation).ConfigureAwait(false)) ?? throw NoAction(path);

    /// <summary>Reads the file as a catalogue that knows names alone.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line is no action.</exception>
    internal static async Task<ServiceCatalogue> ReadCatalogueAsync(string path, CliConsole console, CancellationToken cancellation) =>
        ServiceCatalogue.TryOfActions(await ReadNamesAsync(path, console, cancellation).ConfigureAwait(false)) ?? throw NoAction(path);

    private static async Task<string[]> ReadNamesAsync(string path, CliConsole console, CancellationToken cancellation)
    {
        Stream stream = InputFiles.Open(path, console);
        await using (stream.ConfigureAwait(false))
        {
            using StreamReader reader = new(stream);
            try
            {
                string text = await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
                string[] actions = [.. text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#')];
                if (actions.Length == 0) throw new InputException($"'{InputFiles.NameOf(path)}' holds no actions");
                return actions;
            }
            catch (IOException exception)
            {
                throw new InputException($"cannot read '{path}': {exception.Message.TrimEnd('.')}");
            }
        }
    }

    private static InputException NoAction(string path) => new($"'{path}' holds a line that is no action such as s3:GetObject");
}
