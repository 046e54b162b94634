using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Answers the cases of a stream on all cores, and gives the answers in the order of the cases.</summary>
/// <remarks>Reads ahead of the answers by a window of cases, so that memory does not grow with the stream. Waits for nothing but the input: a
/// case is answered before the next one arrives.</remarks>
internal static class ParallelCases
{
    private const int CasesPerCore = 32;

    /// <summary>A case as long as this is answered before the next one is read, so that a window of long cases does not fill the memory.</summary>
    private const int LongCaseBytes = 256 * 1024;

    /// <summary>The answers to the cases of a file, in order.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="console">Where standard input is.</param>
    /// <param name="answer">Answers a case; called by several threads at once.</param>
    /// <param name="cancellation">Ends reading and answering.</param>
    /// <exception cref="InputException">The file cannot be read; thrown after the answers to what could be read.</exception>
    internal static async IAsyncEnumerable<T> AnswerAsync<T>(
        string path, CliConsole console, Func<CaseReading, T> answer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        BoundedChannelOptions bounds = new(CasesPerCore * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true };
        Channel<Task<T>> window = Channel.CreateBounded<Task<T>>(bounds);
        Task reading = Task.Run(() => ReadAsync(path, console, answer, window.Writer, cancellation), cancellation);
        try
        {
            await foreach (Task<T> next in window.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return await next.ConfigureAwait(false);
            }

            await reading.ConfigureAwait(false);
        }
        finally
        {
            // Whoever stops early leaves nobody who waits for room in the window.
            window.Writer.TryComplete();
        }
    }

    private static async Task ReadAsync<T>(
        string path, CliConsole console, Func<CaseReading, T> answer, ChannelWriter<Task<T>> window, CancellationToken cancellation)
    {
        try
        {
            Stream stream = InputFiles.Open(path, console);
            await using (stream.ConfigureAwait(false))
            {
                await foreach (CaseText text in CaseStream.CutAsync(stream, InputFiles.NameOf(path), cancellation).ConfigureAwait(false))
                {
                    Task<T> answering = Task.Run(() => answer(CaseReader.Read(text)), cancellation);
                    while (!window.TryWrite(answering))
                    {
                        if (!await window.WaitToWriteAsync(cancellation).ConfigureAwait(false)) return;
                    }

                    if (text.Text.Length >= LongCaseBytes) await answering.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            window.TryComplete();
        }
    }
}
