using System.Runtime.CompilerServices;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the cases of a stream one after the other, in bounded memory.</summary>
internal static class CaseStream
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

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
        int kept = await FillAsync(stream, buffer, ByteOrderMark.Length, name, cancellation).ConfigureAwait(false);
        int start = buffer.AsSpan(0, kept).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        while (kept > 0)
        {
            slicer.Push(buffer.AsSpan(start, kept - start));
            while (slicer.TryTake(out CaseText? text)) yield return text!;
            cancellation.ThrowIfCancellationRequested();
            start = 0;
            kept = await FillAsync(stream, buffer, 1, name, cancellation).ConfigureAwait(false);
        }

        slicer.Complete();
        while (slicer.TryTake(out CaseText? text)) yield return text!;
    }

    private static async ValueTask<int> FillAsync(Stream stream, byte[] buffer, int least, string name, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAtLeastAsync(buffer, least, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new InputException($"cannot read '{name}': {exception.Message.TrimEnd('.')}");
        }
    }
}
