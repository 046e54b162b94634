using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>Tells how a test run goes.</summary>
internal interface ITestReport
{
    /// <summary>A case was answered otherwise than expected, or is bad.</summary>
    void Add(CaseAnswer answer);

    /// <summary>A file is done.</summary>
    void EndFile(string name, TestTally tally);

    /// <summary>All files are done.</summary>
    void Complete(TestTally total);
}
