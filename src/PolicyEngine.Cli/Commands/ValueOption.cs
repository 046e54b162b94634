using System.CommandLine;

namespace PolicyEngine.Cli.Commands;

/// <summary>Makes options that take texts.</summary>
internal static class ValueOption
{
    /// <summary>An option for one text.</summary>
    internal static Option<string?> One(string name, string valueName, string description) => new(name) { Description = description, HelpName = valueName };

    /// <summary>An option that may be given again, and, if it takes many, takes several texts at once; an option is not taken for one of them.</summary>
    internal static Option<string[]> Many(string name, string valueName, string description, bool takesMany = true)
    {
        Option<string[]> option = new(name) { Description = description, HelpName = valueName, AllowMultipleArgumentsPerToken = takesMany };
        option.Validators.Add(FileArgument.RefuseOptions);
        return option;
    }
}
