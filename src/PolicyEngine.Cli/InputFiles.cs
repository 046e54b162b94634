using System.Runtime.InteropServices;

namespace PolicyEngine.Cli;

/// <summary>Finds and opens the files named on the command line.</summary>
internal static class InputFiles
{
    /// <summary>The name of standard input.</summary>
    internal const string StandardInput = "-";

    private const int PieceLength = 64 * 1024;

    /// <summary>Opens a file, or standard input for <c>-</c>, as UTF-8; another Unicode encoding is read, and told.</summary>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    internal static Stream Open(string path, CliConsole console) => path == StandardInput ? ToText(console.Input, path, console.Complain) : OpenFile(path, console.Complain);

    /// <summary>The same for a file, whatever its name.</summary>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    internal static UnicodeStream OpenFile(string path, Action<string> tell) => ToText(OpenFile(path), path, tell);

    /// <summary>Opens it as it is, where its encoding is in question.</summary>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    internal static Stream OpenBytes(string path, CliConsole console) => path == StandardInput ? console.Input : OpenFile(path);

    /// <summary>Opens a file, whatever its name.</summary>
    /// <exception cref="InputException">The file cannot be opened.</exception>
    internal static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path)) throw new InputException($"'{path}' is a directory");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"cannot read '{path}': {ReasonOf(exception)}");
        }
    }

    private static UnicodeStream ToText(Stream stream, string path, Action<string> tell) => new(stream, told => tell($"warning: '{NameOf(path)}': {told}"));

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="InputException">The file cannot be read, or is longer than such files are.</exception>
    internal static async Task<byte[]> ReadAllAsync(string path, int maxBytes, CliConsole console, CancellationToken cancellation)
    {
        Stream stream = OpenBytes(path, console);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream all = new();
            byte[] piece = new byte[PieceLength];
            try
            {
                int length;
                while ((length = await stream.ReadAsync(piece, cancellation).ConfigureAwait(false)) > 0)
                {
                    all.Write(piece, 0, length);
                    if (all.Length > maxBytes) throw new InputException($"'{NameOf(path)}' is longer than {maxBytes} bytes");
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"cannot read '{NameOf(path)}': {ReasonOf(exception)}");
            }

            return all.ToArray();
        }
    }

    /// <summary>Makes a file for results, in place of one that is there.</summary>
    /// <exception cref="InputException">The file cannot be made.</exception>
    internal static Stream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = Directory.Exists(path) ? "it is a directory" : exception is DirectoryNotFoundException ? "there is no such directory" : ReasonOf(exception);
            throw new InputException($"cannot write '{path}': {reason}");
        }
    }

    /// <summary>Writes a file whole, in place of one that is there, or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    internal static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        string beside = $"{path}.new";
        try
        {
            using (Stream stream = Create(beside)) stream.Write(bytes);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new InputException($"cannot write '{path}': {(Directory.Exists(path) ? "it is a directory" : ReasonOf(exception))}");
        }
    }

    /// <summary>The name of a file in results.</summary>
    internal static string NameOf(string path) => path == StandardInput ? "stdin" : path;

    /// <summary>Why a file could not be used, as the end of a sentence, without its name.</summary>
    internal static string ReasonOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException { InnerException: IOException own } => ReasonOf(own),
        UnauthorizedAccessException => "access is denied",
        IOException when ErrorNumberOf(exception) is { } number => Marshal.GetPInvokeErrorMessage(number),
        _ => exception.Message.TrimEnd('.'),
    };

    /// <summary>What the operating system says, as a number; null for an exception of the framework's own.</summary>
    private static int? ErrorNumberOf(Exception exception)
    {
        const int windows = unchecked((int)0x80070000);
        int code = exception.HResult & 0xFFFF;
        return code != 0 && (exception.HResult == code || exception.HResult == (windows | code)) ? code : null;
    }
}
