namespace PolicyEngine.Cli.Cases;

/// <summary>Makes sentences for people out of what the library says to programmers.</summary>
internal static class ArgumentMessages
{
    /// <summary>The message without the name of the parameter and without the final stop.</summary>
    internal static string MessageWithoutParameter(this ArgumentException exception) =>
        exception.Message.Split(" (Parameter", 2)[0].TrimEnd('.');
}
