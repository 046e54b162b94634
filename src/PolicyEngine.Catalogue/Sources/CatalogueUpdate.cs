using System.Collections.Immutable;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>Makes a catalogue of what sources tell and of the catalogue that it replaces.</summary>
internal static class CatalogueUpdate
{
    /// <summary>A catalogue with the operations and ARN forms that a second source adds for services of the first.</summary>
    internal static CatalogueContent Complete(CatalogueContent first, CatalogueContent second)
    {
        Dictionary<string, CatalogueService> others = second.Services.ToDictionary(static service => service.Prefix, StringComparer.Ordinal);
        return new CatalogueContent(
            first.Head with { Sources = [.. first.Head.Sources.Concat(second.Head.Sources).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] },
            [.. first.Services.Select(service => others.TryGetValue(service.Prefix, out CatalogueService? other) ? Complete(service, other) : service)]);
    }

    /// <summary>A catalogue with a tombstone for all that an earlier one has and it lacks. Operations get none: one that is missing from the text can exist, and need the action of its name.</summary>
    internal static CatalogueContent KeepTombstones(CatalogueContent next, CatalogueContent earlier)
    {
        Dictionary<string, CatalogueService> now = next.Services.ToDictionary(static service => service.Prefix, StringComparer.Ordinal);
        SortedDictionary<string, CatalogueService> all = new(now, StringComparer.Ordinal);
        foreach (CatalogueService before in earlier.Services)
        {
            CatalogueService after = now.GetValueOrDefault(before.Prefix) ?? new CatalogueService(before.Prefix, before.Name, [], [], [], [], [new RetiredName('s', before.Prefix, next.Head.AsOf)]);
            Dictionary<(char, string), RetiredName> retired = new();
            IEnumerable<RetiredName> told = before.Retired.Concat(after.Retired).OrderBy(static name => name.Date, StringComparer.Ordinal);
            IEnumerable<RetiredName> gone = NamesOf(before).Select(name => new RetiredName(name.Kind, name.Name, next.Head.AsOf));
            HashSet<(char, string)> there = [.. NamesOf(after).Select(static name => (name.Kind, Fold(name.Name)))];
            if (now.TryGetValue(before.Prefix, out CatalogueService? own) && !own.IsRetired) there.Add(('s', Fold(before.Prefix)));
            foreach (RetiredName name in told.Concat(gone).Where(name => !there.Contains((name.Kind, Fold(name.Name))))) retired.TryAdd((name.Kind, Fold(name.Name)), name);
            all[before.Prefix] = new CatalogueService(after.Prefix, after.Name, after.Keys, after.ResourceTypes, after.Actions, after.Operations, retired.Values);
        }

        return next with { Services = [.. all.Values] };
    }

    /// <summary>The keys, types and actions of a service, by the letters that they have in the text form.</summary>
    internal static IEnumerable<(char Kind, string Name)> NamesOf(CatalogueService service) =>
    [
        .. service.Keys.Select(static key => ('k', key.Name)), .. service.ResourceTypes.Select(static type => ('r', type.Name)), .. service.Actions.Select(static action => ('a', action.Name)),
    ];

    private static string Fold(string name) => name.ToUpperInvariant();

    private static CatalogueService Complete(CatalogueService first, CatalogueService second) => new(
        first.Prefix,
        first.Name,
        first.Keys,
        [
            .. first.ResourceTypes.Select(type => second.FindResourceType(type.Name) is { } other ? new CatalogueResourceType(type.Service, type.Name, [.. type.Formats.Union(other.Formats)], type.Keys) : type),
            .. second.ResourceTypes.Where(type => first.FindResourceType(type.Name) is null).Select(static type => new CatalogueResourceType(type.Service, type.Name, type.Formats, [])),
        ],
        first.Actions,
        [.. second.Operations.UnionBy(first.Operations, static operation => operation.Name, StringComparer.OrdinalIgnoreCase)],
        first.Retired);
}
