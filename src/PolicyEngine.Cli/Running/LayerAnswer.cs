using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Explanation;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Running;

/// <summary>What the policies of one kind alone say of a request.</summary>
/// <param name="Reading">The case as it was read.</param>
/// <param name="Layers">The layers of the kind, one for each level of an organization.</param>
/// <param name="Expected">The expected decision; null when the case does not say.</param>
internal sealed record LayerAnswer(CaseReading Reading, ImmutableArray<LayerTrace> Layers, Expectation? Expected)
    : CaseAnswer(Reading)
{
    /// <summary>The decision: everything unknown or undecided is taken at its worst.</summary>
    internal Decision Decision => Decide(static statement => statement.Applies);

    /// <inheritdoc/>
    internal override bool IsCertain => Decision == Decide(static statement => statement.Outcome == MatchOutcome.True || (statement.Effect == Effect.Allow && statement.Outcome == MatchOutcome.Indeterminate));

    /// <summary>The statements that made the decision, each with its layer.</summary>
    internal IEnumerable<(LayerTrace Layer, StatementTrace Statement)> GetStatements()
    {
        Effect effect = Decision == Decision.ExplicitDeny ? Effect.Deny : Effect.Allow;
        return Decision == Decision.ImplicitDeny ? [] : Layers.SelectMany(static layer => layer.Policies.SelectMany(static policy => policy.Statements), static (layer, statement) => (layer, statement)).Where(own => own.statement.Applies && own.statement.Effect == effect);
    }

    /// <inheritdoc/>
    internal override string Word => DecisionWords.Of(Decision);

    /// <inheritdoc/>
    internal override string? ExpectedWord => ExpectationWords.Of(Expected);

    /// <inheritdoc/>
    internal override bool IsExpected => Expected == Expectation.Indeterminate ? !IsCertain : base.IsExpected;

    /// <summary>One Deny denies; otherwise each layer needs an Allow.</summary>
    private Decision Decide(Func<StatementTrace, bool> applies)
    {
        bool Has(LayerTrace layer, Effect effect) => layer.Policies.Any(policy => policy.Statements.Any(statement => statement.Effect == effect && applies(statement)));
        if (Layers.Any(layer => Has(layer, Effect.Deny))) return Decision.ExplicitDeny;
        return Layers.All(layer => Has(layer, Effect.Allow)) ? Decision.Allowed : Decision.ImplicitDeny;
    }
}
