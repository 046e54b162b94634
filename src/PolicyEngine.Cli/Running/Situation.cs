using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>What the command line tells of all requests that are decided.</summary>
/// <param name="Policies">The policies.</param>
/// <param name="Keys">The condition keys.</param>
/// <param name="Layer">The kind of policies that decides alone; null where all do.</param>
internal sealed record Situation(PolicyDefaults Policies, GivenKeys Keys, PolicyType? Layer)
{
    /// <summary>The command line tells nothing.</summary>
    internal static Situation Untold => new(PolicyDefaults.Nothing, GivenKeys.Nothing, Layer: null);

    /// <summary>True where an option says that something is unknown.</summary>
    internal bool IsToldUnknown(Dependency dependency) => dependency.Policies is { } kind
        ? Policies.Source.Policies.TryGet(kind, out CasePolicies.Slot slot) && !slot.IsKnown
        : dependency.Kind == DependencyKind.ConditionKey && Keys.Unknown.Contains(dependency.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells of the options that no case used.</summary>
    /// <returns>What the exit code becomes by it.</returns>
    internal ExitCode ReportUnused(CliConsole console, ExitCode code)
    {
        foreach (string sentence in Policies.Uses.FindUnused())
        {
            console.Complain(sentence);
            code = ExitCode.BadInput;
        }

        return code;
    }
}
