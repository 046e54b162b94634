using System.Collections.Immutable;

namespace PolicyEngine.Catalogue.Text;

/// <summary>What stands before the services: the date, the sources with their versions, and the prefixes of condition keys that are no service's.</summary>
internal sealed record CatalogueHead(string AsOf, ImmutableArray<string> Sources, ImmutableArray<string> OtherPrefixes)
{
    /// <summary>The first words of every text form, with the version of the form.</summary>
    internal const string Magic = "policyengine-catalogue 1 ";
}
