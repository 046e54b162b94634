using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli;

/// <summary>Reads whole files.</summary>
internal static class InputText
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Reads a file, and no more of it than shows that it is too long.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static Task<PolicyText> ReadAsync(CliConsole console, string file, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(InputFiles.Open(file, console), file, maxBytes, cancellation);

    /// <summary>The same for a file whose encoding is in question.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static Task<PolicyText> ReadBytesAsync(CliConsole console, string file, int maxBytes, CancellationToken cancellation) =>
        ReadAsync(InputFiles.OpenBytes(file, console), file, maxBytes, cancellation);

    private static async Task<PolicyText> ReadAsync(Stream stream, string file, int maxBytes, CancellationToken cancellation)
    {
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
                throw Fault(file, exception);
            }

            return ToText(text, file);
        }
    }

    /// <summary>The same for a file that a text names, which is never standard input.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static PolicyText Read(string file, Action<string> tell, int maxBytes)
    {
        using UnicodeStream stream = InputFiles.OpenFile(file, tell);
        using MemoryStream text = new();
        byte[] piece = new byte[PieceLength];
        try
        {
            while (text.Length <= maxBytes && stream.Read(piece) is > 0 and int length) text.Write(piece, 0, length);
        }
        catch (IOException exception)
        {
            throw Fault(file, exception);
        }

        return ToText(text, file);
    }

    private static InputException Fault(string file, IOException exception) => new($"cannot read '{file}': {exception.Message.TrimEnd('.')}");

    private static PolicyText ToText(MemoryStream text, string file) => PolicyText.FromUtf8(text.GetBuffer().AsSpan(0, (int)text.Length), TerminalText.Of(InputFiles.NameOf(file)));
}
