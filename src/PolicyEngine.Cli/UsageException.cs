namespace PolicyEngine.Cli;

#pragma warning disable RCS1194 // Only commands make these.

/// <summary>A command line that is wrong, as is seen only after files were read; with one sentence for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
