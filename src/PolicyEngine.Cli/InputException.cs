namespace PolicyEngine.Cli;

#pragma warning disable RCS1194 // Only the code that opens files makes these.

/// <summary>An input that cannot be read, with one sentence for the user.</summary>
internal sealed class InputException(string message) : Exception(message);
