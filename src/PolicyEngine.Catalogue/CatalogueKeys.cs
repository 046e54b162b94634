using System.Collections.Immutable;
using PolicyEngine.Language;

namespace PolicyEngine.Catalogue;

/// <summary>Finds condition keys in a sorted list.</summary>
internal static class CatalogueKeys
{
    /// <summary>The key of a name, or the family that the name is in.</summary>
    internal static CatalogueKey? Find(ImmutableArray<CatalogueKey> sorted, ImmutableArray<CatalogueKey> families, ReadOnlySpan<char> name)
    {
        int place = CatalogueService.Search(sorted, name, static key => key.Name);
        if (place >= 0) return sorted[place];
        foreach (CatalogueKey family in families)
        {
            if (NameWildcard.IsMatch(family.Pattern, name)) return family;
        }

        return null;
    }
}
