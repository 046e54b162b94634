using System.Collections.Immutable;

namespace PolicyEngine.Catalogue.Text;

/// <summary>A whole catalogue, with its services sorted by prefix.</summary>
internal sealed record CatalogueContent(CatalogueHead Head, ImmutableArray<CatalogueService> Services);
