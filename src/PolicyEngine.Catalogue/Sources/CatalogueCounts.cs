using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>How much a catalogue holds.</summary>
internal sealed record CatalogueCounts(int Services, int Actions, int ResourceTypes, int Keys, int Operations, int Tombstones)
{
    internal static CatalogueCounts Of(CatalogueContent content) => new(
        content.Services.Count(static service => !service.IsRetired),
        content.Services.Sum(static service => service.Actions.Length),
        content.Services.Sum(static service => service.ResourceTypes.Length),
        content.Services.Sum(static service => service.Keys.Length),
        content.Services.Sum(static service => service.Operations.Length),
        content.Services.Sum(static service => service.Retired.Length));

    /// <summary>How many things of one catalogue another lacks.</summary>
    internal static CatalogueCounts OfMissing(CatalogueContent there, CatalogueContent missing)
    {
        Dictionary<string, CatalogueService> others = missing.Services.Where(static service => !service.IsRetired).ToDictionary(static service => service.Prefix, StringComparer.Ordinal);
        int[] counts = new int[6];
        foreach (CatalogueService service in there.Services.Where(static service => !service.IsRetired))
        {
            CatalogueService? other = others.GetValueOrDefault(service.Prefix);
            if (other is null) counts[0]++;
            counts[1] += service.Actions.Count(action => other?.FindAction(action.Name) is null);
            counts[2] += service.ResourceTypes.Count(type => other?.FindResourceType(type.Name) is null);
            HashSet<string> keys = other is null ? [] : new(other.Keys.Select(static key => key.Name), StringComparer.OrdinalIgnoreCase);
            counts[3] += service.Keys.Count(key => !keys.Contains(key.Name));
            counts[4] += service.Operations.Count(operation => other?.FindOperation(operation.Name) is null);
        }

        counts[5] = there.Services.Sum(service => service.Retired.Count(name => !missing.Services.Any(other => other.Prefix == service.Prefix && other.Retired.Contains(name))));
        return new CatalogueCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /// <summary>The counts with their names in JSON and text.</summary>
    internal IEnumerable<(string Member, string Text, int Count)> All() =>
    [
        ("services", "services", Services), ("actions", "actions", Actions), ("resourceTypes", "resource types", ResourceTypes),
        ("keys", "condition keys", Keys), ("operations", "operations", Operations), ("tombstones", "tombstones", Tombstones),
    ];
}
