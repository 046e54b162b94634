using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Answers the cases of a stream on all cores, and gives the answers in the order of the cases.</summary>
/// <remarks>Cases that are at hand together are answered in runs, as one would not be worth a change of threads. Reads ahead of the answers by a
/// window of runs, so that memory does not grow with the stream. Waits for nothing but the input: a case is answered before the next one
/// arrives.</remarks>
internal static class ParallelCases
{
    private const int RunsPerCore = 4;
    private const int CasesPerRun = 32;

    /// <summary>A run with as many bytes is answered before more is read, so that a window of long cases does not fill the memory.</summary>
    private const int LongRunBytes = 512 * 1024;

    /// <summary>The answers to the cases of a file, in order.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    /// <param name="console">Where standard input is.</param>
    /// <param name="given">What the command line tells of condition keys.</param>
    /// <param name="answer">Answers a case; called by several threads at once.</param>
    /// <param name="cancellation">Ends reading and answering.</param>
    /// <exception cref="InputException">The file cannot be read; thrown after the answers to what could be read.</exception>
    internal static async IAsyncEnumerable<T> AnswerAsync<T>(
        string path, CliConsole console, GivenKeys given, Func<CaseReading, T> answer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        BoundedChannelOptions bounds = new(RunsPerCore * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true };
        Channel<Task<T[]>> window = Channel.CreateBounded<Task<T[]>>(bounds);
        Task reading = Task.Run(() => ReadAsync(path, console, given, answer, window.Writer, cancellation), cancellation);
        try
        {
            await foreach (Task<T[]> run in window.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                foreach (T own in await run.ConfigureAwait(false))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return own;
                }
            }

            await reading.ConfigureAwait(false);
        }
        finally
        {
            // A reader that stops early leaves no writer waiting for room in the window.
            window.Writer.TryComplete();
        }
    }

    private static async Task ReadAsync<T>(
        string path, CliConsole console, GivenKeys given, Func<CaseReading, T> answer, ChannelWriter<Task<T[]>> window, CancellationToken cancellation)
    {
        try
        {
            Stream stream = InputFiles.Open(path, console);
            await using (stream.ConfigureAwait(false))
            {
                await foreach (List<CaseText> run in CutAsync(stream, InputFiles.NameOf(path), cancellation).ConfigureAwait(false))
                {
                    Task<T[]> answering = Task.Run(() => Answer(run, given, answer, cancellation), cancellation);
                    while (!window.TryWrite(answering))
                    {
                        if (!await window.WaitToWriteAsync(cancellation).ConfigureAwait(false)) return;
                    }

                    if (LengthOf(run) >= LongRunBytes) await answering.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            window.TryComplete();
        }
    }

    /// <summary>The cases in runs: each ends where it is long enough, or where the next case has not arrived.</summary>
    private static async IAsyncEnumerable<List<CaseText>> CutAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<CaseText> run = [];
        IAsyncEnumerator<CaseText> cases = CaseStream.CutAsync(stream, name, cancellation).GetAsyncEnumerator(cancellation);
        await using (cases.ConfigureAwait(false))
        {
            while (true)
            {
                ValueTask<bool> next = cases.MoveNextAsync();
                if (run.Count > 0 && (!next.IsCompletedSuccessfully || run.Count == CasesPerRun || LengthOf(run) >= LongRunBytes))
                {
                    yield return run;
                    run = [];
                }

                if (!await next.ConfigureAwait(false)) break;
                run.Add(cases.Current);
            }
        }

        if (run.Count > 0) yield return run;
    }

    private static int LengthOf(List<CaseText> run)
    {
        int length = 0;
        foreach (CaseText text in run) length += text.Text.Length;
        return length;
    }

    private static T[] Answer<T>(List<CaseText> run, GivenKeys given, Func<CaseReading, T> answer, CancellationToken cancellation)
    {
        T[] answers = new T[run.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            answers[i] = answer(CaseReader.Read(run[i], given));
        }

        return answers;
    }
}
