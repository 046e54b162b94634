namespace PolicyEngine.Cli.Running;

/// <summary>How the cases of a file, or of all files, came out.</summary>
/// <param name="Passed">Answered as expected.</param>
/// <param name="Failed">Answered otherwise.</param>
/// <param name="Bad">Not readable, or without an expectation.</param>
internal readonly record struct TestTally(int Passed, int Failed, int Bad)
{
    /// <summary>All of them.</summary>
    internal int Total => Passed + Failed + Bad;

    /// <summary>The exit code for these numbers.</summary>
    internal ExitCode Code => Bad > 0 ? ExitCode.BadInput : Failed > 0 ? ExitCode.Failed : ExitCode.Success;

    /// <summary>Both together.</summary>
    public static TestTally operator +(TestTally left, TestTally right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Bad + right.Bad);
}
