using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using PolicyEngine.Cli.Commands;

namespace PolicyEngine.Cli.Tests;

/// <summary>Cases are answered by many threads, and yet one after the other as they arrive.</summary>
public sealed class StreamingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Answers_stand_in_the_order_of_cases()
    {
        const int count = 3_000;
        StringBuilder input = new();
        for (int i = 0; i < count; i++) input.Append(Case(i, i % 7 == 0 ? new string(' ', 20_000) : "")).Append('\n');
        ToolRun run = await ToolRun.RunAsync(input.ToString(), "evaluate", "-");
        Assert.Equal(0, run.Code);
        Assert.Equal(Enumerable.Range(0, count).Select(static i => $"case {i}"), run.Lines.Select(IdOf), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Long_cases_are_answered_in_order_too()
    {
        string input = string.Join('\n', Enumerable.Range(0, 12).Select(static i => Case(i, i % 2 == 0 ? new string(' ', 600_000) : "")));
        ToolRun run = await ToolRun.RunAsync(input, "evaluate", "-");
        Assert.Equal(Enumerable.Range(0, 12).Select(static i => $"case {i}"), run.Lines.Select(IdOf), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_case_is_answered_before_the_next_one_arrives()
    {
        Pipe input = new();
        Pipe output = new();
        StreamWriter writer = new(output.Writer.AsStream());
        Task<int> running = RunAsync(input.Reader.AsStream(), writer, TestContext.Current.CancellationToken);
        using StreamReader answers = new(output.Reader.AsStream());
        for (int i = 0; i < 5; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(Case(i, "") + "\n"), TestContext.Current.CancellationToken);
            string? answer = await answers.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal($"case {i}", IdOf(answer!));
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(0, await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    /// <summary>Input is not read ahead of the answers without end, however fast it comes.</summary>
    [Fact]
    public async Task Input_waits_while_nobody_takes_the_answers()
    {
        Pipe output = new(new PipeOptions(pauseWriterThreshold: 4_096, resumeWriterThreshold: 2_048));
        using EndlessCases input = new();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task<int> running = RunAsync(input, new StreamWriter(output.Writer.AsStream()), stop.Token);
        long before = -1;
        for (long read = 0; read != before || read == 0; read = input.BytesRead)
        {
            before = read;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        Assert.InRange(input.BytesRead, 1, 64L * 1024 * 1024);
        await stop.CancelAsync();
        await output.Reader.CompleteAsync();
        Assert.Equal(130, await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancelled_run_ends_while_it_waits_for_input()
    {
        Pipe input = new();
        using CancellationTokenSource stop = new();
        Task<int> running = RunAsync(input.Reader.AsStream(), TextWriter.Null, stop.Token);
        await input.Writer.WriteAsync(Encoding.UTF8.GetBytes(Case(0, "") + "\n"), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        Assert.Equal(130, await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private static Task<int> RunAsync(Stream input, TextWriter output, CancellationToken cancellation) =>
        Task.Run(() => CommandLineTool.RunAsync(["evaluate", "-"], new CliConsole { Input = input, Output = output, Error = TextWriter.Null }, cancellation), CancellationToken.None);

    private static string Case(int number, string padding) =>
        $$$"""{"id":"case {{{number}}}",{{{padding}}}"policyType":"identity","policyText":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"}""";

    private static string IdOf(string line)
    {
        using JsonDocument answer = JsonDocument.Parse(line);
        return answer.RootElement.GetProperty("id").GetString()!;
    }

    private sealed class EndlessCases : Stream
    {
        private static readonly byte[] Line = Encoding.UTF8.GetBytes(Case(0, "") + "\n");
        private long read;

        internal long BytesRead => Interlocked.Read(ref read);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int start = (int)(read % Line.Length);
            int length = Math.Min(count, Line.Length - start);
            Line.AsSpan(start, length).CopyTo(buffer.AsSpan(offset));
            Interlocked.Add(ref read, length);
            return length;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
