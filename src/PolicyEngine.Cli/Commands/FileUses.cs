using System.CommandLine.Parsing;

namespace PolicyEngine.Cli.Commands;

/// <summary>Finds files that a command line names more often than can be: standard input twice, or the output among the inputs.</summary>
internal static class FileUses
{
    private const string OutputName = "--output";

    /// <summary>Tells what is wrong; null where nothing is.</summary>
    internal static string? FindFault(CommandResult result)
    {
        string[] inputs = [.. result.Children.Where(TakesFiles).SelectMany(static own => own.Tokens).Select(static token => ScopedFile.Read(token.Value).File)];
        int standard = inputs.Count(static file => file == InputFiles.StandardInput);
        if (standard > 1) return "'-' is named twice, and standard input is read once";
        string? output = result.Children.OfType<OptionResult>().FirstOrDefault(static own => own.Option.Name == OutputName)?.Tokens is [Token named] ? named.Value : null;
        return output is not null && inputs.Any(file => IsSame(file, output)) ? $"'{output}' is read, and would be written" : null;
    }

    private static bool TakesFiles(SymbolResult result) => result switch
    {
        ArgumentResult own => IsFile(own.Argument.Name),
        OptionResult own => own.Option.Name != OutputName && IsFile(own.Option.HelpName ?? ""),
        _ => false,
    };

    private static bool IsFile(string name) => name.EndsWith("FILE", StringComparison.Ordinal) || name.EndsWith("PATH", StringComparison.Ordinal) || name.EndsWith("SET", StringComparison.Ordinal);

    private static bool IsSame(string one, string other)
    {
        try
        {
            return File.Exists(one) && string.Equals(Path.GetFullPath(one), Path.GetFullPath(other), StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            return false;
        }
    }
}
