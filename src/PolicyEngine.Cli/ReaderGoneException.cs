namespace PolicyEngine.Cli;

#pragma warning disable RCS1194 // Only the stream of standard output makes these.

/// <summary>The reader of the output has closed it: there is nothing more to do.</summary>
internal sealed class ReaderGoneException() : IOException("the reader of the output has gone");
