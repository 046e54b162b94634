using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes the actions that patterns stand for.</summary>
internal interface IExpansionReport
{
    /// <summary>Patterns of the command line.</summary>
    void AddPatterns(IReadOnlyCollection<PatternExpansion> patterns);

    /// <summary>The statements of a policy; of a NotAction all actions that remain, or their counts by service.</summary>
    void AddPolicy(IReadOnlyCollection<Expansion> statements, bool all);
}
