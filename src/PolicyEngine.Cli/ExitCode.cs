namespace PolicyEngine.Cli;

/// <summary>What the exit code of the tool says. Where several apply, the first of 2, 130, 3, 1.</summary>
internal enum ExitCode
{
    /// <summary>Everything was done, and the answer is the wanted one.</summary>
    Success = 0,

    /// <summary>The answer is not the wanted one: a test failed, a policy has an error, or something changed.</summary>
    Failed = 1,

    /// <summary>The command line is wrong; nothing was done.</summary>
    Usage = 2,

    /// <summary>A file, case, record or output cannot be read or written, or facts contradict each other; the rest was done.</summary>
    BadInput = 3,

    /// <summary>The user interrupted the tool.</summary>
    Interrupted = 130,
}
