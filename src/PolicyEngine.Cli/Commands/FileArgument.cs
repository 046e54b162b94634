using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyEngine.Cli.Commands;

/// <summary>Makes the arguments that name files.</summary>
internal static class FileArgument
{
    /// <summary>An argument for one file or more.</summary>
    internal static Argument<string[]> CreateMany(string name, string description)
    {
        Argument<string[]> argument = new(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    /// <summary>An argument for one file, or none.</summary>
    internal static Argument<string?> CreateOptional(string name, string description)
    {
        Argument<string?> argument = new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(RefuseOptions);
        return argument;
    }

    /// <summary>An option that does not exist is not taken for a file.</summary>
    internal static void RefuseOptions(SymbolResult result)
    {
        foreach (Token token in result.Tokens)
        {
            bool looksLikeOption = token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value);
            if (looksLikeOption) result.AddError($"'{token.Value}' is neither an option here nor a file.");
        }
    }
}
