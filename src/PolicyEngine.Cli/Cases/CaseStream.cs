using System.Runtime.CompilerServices;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the cases of a stream one after the other, in bounded memory.</summary>
internal static class CaseStream
{
    /// <summary>The cases of a file in order; those that cannot be read tell why.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static async IAsyncEnumerable<CaseReading> ReadAsync(string path, CliConsole console, GivenKeys given, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream stream = InputFiles.Open(path, console);
        await using (stream.ConfigureAwait(false))
        {
            await foreach (CaseText text in CutAsync(stream, InputFiles.NameOf(path), cancellation).ConfigureAwait(false)) yield return CaseReader.Read(text, given);
        }
    }

    /// <summary>The texts of the cases of a stream in order; none of them is read as a case yet.</summary>
    internal static async IAsyncEnumerable<CaseText> CutAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        JsonSlicer slicer = new(name);
        byte[] buffer = new byte[64 * 1024];
        for (int kept = await FillAsync(stream, buffer, name, cancellation).ConfigureAwait(false); kept > 0; kept = await FillAsync(stream, buffer, name, cancellation).ConfigureAwait(false))
        {
            slicer.Push(buffer.AsSpan(0, kept));
            while (slicer.TryTake(out CaseText? text)) yield return text!;
            cancellation.ThrowIfCancellationRequested();
        }

        slicer.Complete();
        while (slicer.TryTake(out CaseText? text)) yield return text!;
    }

    private static async ValueTask<int> FillAsync(Stream stream, byte[] buffer, string name, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new InputException($"cannot read '{name}': {exception.Message.TrimEnd('.')}");
        }
    }
}
