using System.CommandLine.Parsing;

namespace PolicyEngine.Cli.Commands;

/// <summary>A file with what it is for: <c>[SCOPE=]FILE</c>.</summary>
/// <param name="Scope">What comes before the last equals sign; empty where there is none.</param>
/// <param name="File">The file.</param>
internal readonly record struct ScopedFile(string Scope, string File)
{
    /// <summary>Splits a text at the last equals sign.</summary>
    internal static ScopedFile Read(string text)
    {
        int equals = text.LastIndexOf('=');
        return equals < 0 ? new ScopedFile("", text) : new ScopedFile(text[..equals], text[(equals + 1)..]);
    }

    /// <summary>A file whose name has an equals sign would be taken for another one.</summary>
    internal static void Check(OptionResult result)
    {
        foreach (Token token in result.Tokens)
        {
            string text = token.Value;
            if (!text.Contains('=', StringComparison.Ordinal)) continue;
            if (Path.Exists(text)) result.AddError($"'{text}' is a file whose name has an equals sign, which ends the scope in {result.Option.Name}: give the file another name");
            else if (Read(text) is { Scope.Length: 0 } or { File.Length: 0 }) result.AddError($"'{text}' lacks the scope or the file around the equals sign");
        }
    }
}
