using System.Collections.Immutable;

namespace PolicyEngine.Cli.Running;

/// <summary>What parsing made of the policies of a case.</summary>
/// <param name="Set">The policies by slot; not to be used where there are errors.</param>
/// <param name="HasErrors">True where any policy has an error.</param>
/// <param name="Diagnostics">What was found in all policies.</param>
internal sealed record ParsedPolicies(PolicySet Set, bool HasErrors, ImmutableArray<Diagnostic> Diagnostics);
