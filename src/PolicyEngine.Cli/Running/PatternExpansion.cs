using System.Collections.Immutable;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Cli.Running;

/// <summary>A pattern of actions and those that it stands for.</summary>
internal sealed record PatternExpansion(string Pattern, ImmutableArray<CatalogueAction> Actions);
