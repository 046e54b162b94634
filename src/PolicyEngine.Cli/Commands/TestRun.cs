using System.Globalization;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>One run of <c>test</c>: answers the cases of files and directories, and tells of those that are not as they expect.</summary>
internal sealed class TestRun(CliConsole console, ITestReport report, Situation situation, FailureThreshold threshold)
{
    private const int MostNamed = 20;

    private bool hasFindings;

    /// <summary>Runs it.</summary>
    internal async Task<ExitCode> RunAsync(string[] paths, CancellationToken cancellation)
    {
        TestTally total = default;
        bool isUnreadable = false;
        foreach (string path in paths)
        {
            try
            {
                CaseFiles files = CaseFiles.Find(path);
                foreach (string file in files.Files) total += await TestAsync(file, cancellation).ConfigureAwait(false);
                TellOthers(path, files.Others);
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                isUnreadable = true;
            }
        }

        report.Complete(total);
        ExitCode code = isUnreadable || total.Bad > 0 ? ExitCode.BadInput : HasFailed(total) ? ExitCode.Failed : ExitCode.Success;
        return situation.ReportUnused(console, code);
    }

    /// <summary>Files below a directory that hold no cases are passed over, and told once.</summary>
    private void TellOthers(string directory, IReadOnlyList<string> others)
    {
        if (others.Count == 0) return;
        string names = string.Join(", ", others.Take(MostNamed).Select(file => Path.GetRelativePath(directory, file)));
        string rest = others.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {others.Count - MostNamed} more") : "";
        console.Complain(string.Create(CultureInfo.InvariantCulture, $"note: '{directory}' holds {others.Count} other JSON {(others.Count == 1 ? "file" : "files")} without cases, not tested: {names}{rest}"));
    }

    private bool HasFailed(TestTally total) => threshold != FailureThreshold.Never && (total.Failed > 0 || hasFindings);

    private async Task<TestTally> TestAsync(string file, CancellationToken cancellation)
    {
        TestTally tally = default;
        await foreach (CaseAnswer answer in ParallelCases.AnswerAsync(file, console, situation.Keys, Answer, cancellation).ConfigureAwait(false))
        {
            if (answer is SkippedAnswer) continue;
            if (answer is FaultAnswer) tally += new TestTally(0, 0, 1);
            else if (answer.IsExpected) tally += new TestTally(1, 0, 0);
            else tally += new TestTally(0, 1, 0);
            bool isFound = answer.Diagnostics.Any(IsFinding);
            hasFindings |= isFound;
            if (isFound || !answer.IsExpected || answer is FaultAnswer) report.Add(answer);
        }

        if (tally.Total == 0) throw new InputException($"'{InputFiles.NameOf(file)}' holds no cases");
        report.EndFile(InputFiles.NameOf(file), tally);
        return tally;
    }

    /// <summary>True for what <c>--fail-on</c> names; errors of policies are bad cases already, or what a case expects.</summary>
    private bool IsFinding(Diagnostic diagnostic) => threshold switch
    {
        FailureThreshold.Warning => diagnostic.Severity == DiagnosticSeverity.Warning,
        FailureThreshold.Information => diagnostic.Severity != DiagnosticSeverity.Error,
        _ => false,
    };

    private CaseAnswer Answer(CaseReading reading)
    {
        CaseAnswer answer = CaseRunner.Answer(reading, situation);
        return answer is not (FaultAnswer or SkippedAnswer) && answer.ExpectedWord is null ? new FaultAnswer(reading, "the case lacks 'expected'") : answer;
    }
}
