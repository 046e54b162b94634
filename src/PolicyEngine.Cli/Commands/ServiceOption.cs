using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Facts;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>--service</c>: the service whose resource has the resource policies that are read.</summary>
internal static class ServiceOption
{
    /// <summary>The name of the option.</summary>
    internal const string Name = "--service";

    /// <summary>Makes the option.</summary>
    internal static Option<string?> Create()
    {
        Option<string?> option = ValueOption.One(Name, "PREFIX", "The service of resource policies, such as ecr, whose Resource and Sids differ; default the one that all their statements name");
        option.Validators.Add(Check);
        return option;
    }

    /// <summary>The prefix; tells where nothing is known of the service.</summary>
    internal static string? Read(string? prefix, CliConsole console)
    {
        if (prefix is not null && ServiceProfiles.Find(prefix) is null)
        {
            console.Complain($"nothing is known of the service '{prefix}' (service profiles, {ServiceProfiles.AsOf}): its resource policies are read by the general rules");
        }

        return prefix;
    }

    private static void Check(OptionResult result)
    {
        string text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
        bool isPrefix = text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (!isPrefix) result.AddError($"{Name} takes the prefix of actions, such as ecr, and '{text}' is none");
    }
}
