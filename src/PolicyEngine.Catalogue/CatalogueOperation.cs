using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>An operation of a service's API whose call needs other actions than just the one of its name.</summary>
internal sealed record CatalogueOperation(string Name, ImmutableArray<string> Actions);
