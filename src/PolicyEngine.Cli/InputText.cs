using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli;

/// <summary>Reads whole files.</summary>
internal static class InputText
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Reads a file, and no more of it than shows that it is too long.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static async Task<PolicyText> ReadAsync(CliConsole console, string file, int maxBytes, CancellationToken cancellation)
    {
        Stream stream = InputFiles.Open(file, console);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream text = new();
            byte[] piece = new byte[PieceLength];
            try
            {
                while (text.Length <= maxBytes)
                {
                    int length = await stream.ReadAsync(piece, cancellation).ConfigureAwait(false);
                    if (length == 0) break;
                    text.Write(piece, 0, length);
                }
            }
            catch (IOException exception)
            {
                throw new InputException($"cannot read '{file}': {exception.Message.TrimEnd('.')}");
            }

            return PolicyText.FromUtf8(text.GetBuffer().AsSpan(0, (int)text.Length), TerminalText.Of(InputFiles.NameOf(file)));
        }
    }
}
