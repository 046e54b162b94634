using System.Collections.Immutable;
using PolicyEngine.Catalogue;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Running;

/// <summary>The Action or NotAction of a statement, and the actions that the statement is about.</summary>
internal sealed record Expansion(int Statement, string? Sid, ActionElement Element, ImmutableArray<PatternExpansion> Patterns, ImmutableArray<CatalogueAction> Actions)
{
    /// <summary>Expands a statement.</summary>
    internal static Expansion Of(Statement statement, int place, ServiceCatalogue catalogue)
    {
        ImmutableArray<PatternExpansion> patterns = [.. statement.Action.Patterns.Select(pattern => new PatternExpansion(pattern.Text, catalogue.Expand(pattern.Text)))];
        ImmutableArray<CatalogueAction> named = Union(patterns);
        return new Expansion(place, statement.Sid, statement.Action, patterns, statement.Action.IsNegated ? [.. catalogue.Expand("*").Except(named)] : named);
    }

    /// <summary>The actions of several patterns, each once, by service and name.</summary>
    internal static ImmutableArray<CatalogueAction> Union(IEnumerable<PatternExpansion> patterns) =>
    [
        .. patterns.SelectMany(static pattern => pattern.Actions).Distinct()
            .OrderBy(static action => action.Service, StringComparer.Ordinal).ThenBy(static action => action.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
