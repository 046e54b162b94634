using System.Collections.Immutable;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Output;

/// <summary>The statement that a decision hangs on, and the part of it that tells why.</summary>
/// <param name="Kind">The kind of its policy.</param>
/// <param name="Level">The level of its policy; empty where there are none.</param>
/// <param name="Document">Its policy.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Part">The part of it.</param>
internal sealed record DecidingPart(PolicyType Kind, string Level, PolicyDocument Document, StatementTrace Statement, TraceNode Part)
{
    /// <summary>The text of the policy; null where it was not read from one, or the part is not in it.</summary>
    internal PolicyText? Source => Document.Source is { } source && Part.Span.End <= source.Length ? source : null;

    /// <summary>Finds it in an explanation by all policies; null where no statement decides.</summary>
    internal static DecidingPart? Find(AuthorizationExplanation explanation)
    {
        Decision decision = explanation.Decision.Decision;
        IEnumerable<LayerTrace> layers = explanation.Layers.Where(layer => decision == Decision.Allowed ? layer.Outcome == LayerOutcome.Allows : layer.IsDenier);
        if (decision == Decision.Allowed) layers = layers.OrderBy(layer => RankOf(layer.Kind, explanation.Grant));
        return Find(decision, layers.SelectMany(static layer => layer.Policies, static (layer, policy) => (layer.Kind, layer.Level, policy.Document, policy.Statements)));
    }

    /// <summary>Finds it in an explanation by one policy; null where no statement decides.</summary>
    internal static DecidingPart? Find(PolicyExplanation explanation) =>
        Find(explanation.Decision, [(explanation.Document.Type, "", explanation.Document, explanation.Statements)]);

    /// <summary>Finds it in layers of one kind; null where no statement decides.</summary>
    internal static DecidingPart? Find(Decision decision, ImmutableArray<LayerTrace> layers) =>
        Find(decision, layers.SelectMany(static layer => layer.Policies, static (layer, policy) => (layer.Kind, layer.Level, policy.Document, policy.Statements)));

    private static DecidingPart? Find(Decision decision, IEnumerable<(PolicyType Kind, string Level, PolicyDocument Document, ImmutableArray<StatementTrace> Statements)> policies)
    {
        DecidingPart[] parts = [.. policies.SelectMany(static own => own.Statements, static (own, statement) => (own, statement))
            .Where(own => IsOfInterest(decision, own.statement))
            .Select(static own => new DecidingPart(own.own.Kind, own.own.Level, own.own.Document, own.statement, PartOf(own.statement)))];
        return decision == Decision.ImplicitDeny ? parts.MinBy(static part => DistanceOf(part.Statement)) : parts.MinBy(static part => part.Statement.Outcome == MatchOutcome.True ? 0 : 1);
    }

    private static bool IsOfInterest(Decision decision, StatementTrace statement) => decision switch
    {
        Decision.ExplicitDeny => statement is { Effect: Effect.Deny, Applies: true },
        Decision.Allowed => statement is { Effect: Effect.Allow, Applies: true },
        _ => statement is { Effect: Effect.Allow, Applies: false },
    };

    /// <summary>The policy that is named for an allowance: that of the resource where it names the caller, otherwise the caller's own.</summary>
    private static int RankOf(PolicyType kind, ResourceGrant grant) => kind switch
    {
        PolicyType.Resource => grant is ResourceGrant.ToCaller or ResourceGrant.ToSessionIssuer ? 0 : 2,
        PolicyType.Identity => 1,
        _ => 3,
    };

    /// <summary>How far a statement is from a match: elements that do not match, then those that are undecided. One for the caller and the action that
    /// fails by its condition is nearer than one for others.</summary>
    private static int DistanceOf(StatementTrace statement) => statement.Elements.Sum(static element => element.Outcome switch
    {
        MatchOutcome.False => element.Label switch
        {
            "Action" or "NotAction" => 20,
            "Principal" or "NotPrincipal" => 8,
            "Resource" or "NotResource" => 6,
            _ => 4,
        },
        MatchOutcome.Indeterminate => 1,
        _ => 0,
    });

    private static TraceNode PartOf(StatementTrace statement)
    {
        TraceNode element = statement.Outcome switch
        {
            MatchOutcome.True => Telling(statement.Elements),
            MatchOutcome outcome => statement.Elements.First(own => own.Outcome == outcome),
        };
        TraceNode[] children = [.. element.Children.Where(child => child.Outcome == element.Outcome)];
        return children.Length == 0 ? element : children.MaxBy(static child => TextComparison.CommonBeginning(child.PolicyText, child.RequestText))!;
    }

    /// <summary>The element of a match that tells most: a condition, a resource or a principal that is not everything, or else the action.</summary>
    private static TraceNode Telling(ImmutableArray<TraceNode> elements) =>
        elements.LastOrDefault(static element => element.Label == "Condition" && element.Children.Length > 0)
        ?? elements.LastOrDefault(static element => element.Label is not ("Action" or "NotAction") && !element.Children.Any(static child => child.PolicyText == "*"))
        ?? elements.FirstOrDefault(static element => element.Label is "Action" or "NotAction")
        ?? elements[0];
}
