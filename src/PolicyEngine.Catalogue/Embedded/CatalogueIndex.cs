using System.Collections.Immutable;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Embedded;

/// <summary>What is asked across services: who lists ARNs with a service field, and the keys that are global or listed by a service other than their prefix.</summary>
internal sealed class CatalogueIndex
{
    private CatalogueIndex(Dictionary<string, ImmutableArray<string>> fields, ImmutableArray<CatalogueKey> keys)
    {
        ArnFields = fields;
        Keys = keys;
        Families = [.. keys.Where(static key => key.IsFamily)];
    }

    /// <summary>The prefixes of the services that list ARNs with a service field.</summary>
    internal Dictionary<string, ImmutableArray<string>> ArnFields { get; }

    /// <summary>The keys, sorted by name.</summary>
    internal ImmutableArray<CatalogueKey> Keys { get; }

    /// <summary>The keys of which a part is everyone's choice.</summary>
    internal ImmutableArray<CatalogueKey> Families { get; }

    /// <summary>The index of some services.</summary>
    internal static CatalogueIndex Of(IEnumerable<CatalogueService> services)
    {
        CatalogueService[] all = [.. services];
        return new CatalogueIndex(
            all.SelectMany(static service => service.ResourceTypes.SelectMany(static type => type.Formats).Select(format => (format.Service, service.Prefix)))
                .GroupBy(static pair => pair.Service, static pair => pair.Prefix, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => group.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal),
            [
                .. all.SelectMany(static service => service.Keys.Where(key => !IsOwn(service.Prefix, key.Name)))
                    .GroupBy(static key => key.Name, StringComparer.OrdinalIgnoreCase).Select(Choose).OrderBy(static key => key.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>Reads the lines that <see cref="Lines"/> gives.</summary>
    internal static CatalogueIndex Read(IEnumerable<string> lines)
    {
        Dictionary<string, ImmutableArray<string>> fields = new(StringComparer.Ordinal);
        ImmutableArray<CatalogueKey>.Builder keys = ImmutableArray.CreateBuilder<CatalogueKey>();
        foreach (string line in lines)
        {
            string[] words = line.Split(' ');
            if (words[0] == "f") fields.Add(words[1], [.. words[2..]]);
            else if (words[0] == "g" && Letters.TypeOf(words[2]) is { } type) keys.Add(new CatalogueKey(words[1], type.Type, type.IsArray));
        }

        return new CatalogueIndex(fields, keys.DrainToImmutable());
    }

    /// <summary>A line for each service field and each key.</summary>
    internal IEnumerable<string> Lines() =>
    [
        .. ArnFields.OrderBy(static field => field.Key, StringComparer.Ordinal).Select(static field => $"f {field.Key} {string.Join(' ', field.Value)}"),
        .. Keys.Select(static key => $"g {key.Name} {Letters.Of(key)}"),
    ];

    private static bool IsOwn(string prefix, string key) => key.StartsWith(prefix, StringComparison.Ordinal) && key.AsSpan(prefix.Length) is [':', ..];

    /// <summary>Services that list one key with several types: what most of them say counts.</summary>
    private static CatalogueKey Choose(IEnumerable<CatalogueKey> same) =>
        same.GroupBy(static key => (key.Type, key.IsArray)).OrderBy(static group => group.Key.Type == CatalogueKeyType.Unknown).ThenByDescending(static group => group.Count()).ThenBy(static group => group.Key).First().First();
}
