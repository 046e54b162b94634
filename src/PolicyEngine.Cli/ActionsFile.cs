using PolicyEngine.Facts;

namespace PolicyEngine.Cli;

/// <summary>Reads the file of actions that exist: one <c>service:Name</c> a line; empty lines and lines that begin with # are passed over.</summary>
internal static class ActionsFile
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">The file cannot be read, or a line is no action.</exception>
    internal static async Task<ActionCatalogue> ReadAsync(string path, CliConsole console, CancellationToken cancellation)
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
                return ActionCatalogue.TryCreate(actions) ?? throw new InputException($"'{path}' holds a line that is no action such as s3:GetObject");
            }
            catch (IOException exception)
            {
                throw new InputException($"cannot read '{path}': {exception.Message.TrimEnd('.')}");
            }
        }
    }
}
