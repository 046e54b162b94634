using PolicyEngine.Compilation;
using PolicyEngine.Matching;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>Matches the statements of all layers that take part, and tallies what each layer says.</summary>
internal static class LayerScan
{
    /// <summary>Runs the scan and tells whether any match that counts is undecided.</summary>
    internal static bool Run(CompiledPolicySet set, AuthorizationRequest request, in RequestFacts facts, in PolicySelection selection, Span<LayerTally> tallies)
    {
        bool isUndecided = false;
        foreach (CompiledLayer layer in set.Layers)
        {
            if (!selection.Attached.Has(layer.Kind)) continue;
            foreach (CompiledPolicy policy in layer.Policies)
            {
                foreach (CompiledStatement statement in policy.Statements)
                {
                    MatchResult match = StatementMatcher.Match(statement, request, facts.Boundary, out PrincipalMatch principal);
                    if (match.IsFalse) continue;
                    tallies[layer.Index].Add(statement.Syntax.Effect, match, principal, facts.Caller);
                    isUndecided |= match.IsIndeterminate || principal.IsUndecided;
                }
            }
        }

        return isUndecided;
    }
}
