namespace PolicyEngine.Cli;

/// <summary>What the exit code of the tool says.</summary>
internal enum ExitCode
{
    /// <summary>Everything was done, and no test failed and no policy has an error.</summary>
    Success = 0,

    /// <summary>A test failed, or a policy has an error.</summary>
    Failed = 1,

    /// <summary>The command line is wrong; nothing was done.</summary>
    Usage = 2,

    /// <summary>A file cannot be read, or a case in it; the others were done.</summary>
    BadInput = 3,

    /// <summary>The user interrupted the tool.</summary>
    Interrupted = 130,
}
