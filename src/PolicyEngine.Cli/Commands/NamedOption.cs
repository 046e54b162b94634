using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyEngine.Cli.Commands;

/// <summary>Makes options whose value is one of some names.</summary>
internal static class NamedOption
{
    /// <summary>An option that takes one of the names; the first one is the default, and means the default of its type.</summary>
    internal static Option<T> Create<T>(string name, string valueName, string description, params (string Name, T Value)[] choices)
    {
        string names = string.Join(", ", choices.Select(static choice => choice.Name));
        Option<T> option = new(name)
        {
            Description = $"{description}: {names}; default {choices[0].Name}",
            HelpName = valueName,
            CustomParser = Parse,
        };
        option.CompletionSources.Add([.. choices.Select(static choice => choice.Name)]);
        return option;

        T Parse(ArgumentResult result)
        {
            string text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            foreach ((string known, T value) in choices)
            {
                if (string.Equals(known, text, StringComparison.OrdinalIgnoreCase)) return value;
            }

            result.AddError($"'{text}' is not a value of {name}, which takes {names}.");
            return default!;
        }
    }
}
