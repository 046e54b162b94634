using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>A service: all that the catalogue knows of it.</summary>
/// <remarks>Immutable and safe for concurrent use. Lists are sorted by name, ignoring letter case.</remarks>
public sealed class CatalogueService
{
    private HashSet<string>? offered;

    internal CatalogueService(
        string prefix,
        string name,
        IEnumerable<CatalogueKey> keys,
        IEnumerable<CatalogueResourceType> types,
        IEnumerable<CatalogueAction> actions,
        IEnumerable<CatalogueOperation> operations,
        IEnumerable<RetiredName> retired)
    {
        Prefix = prefix;
        Name = name;
        Keys = Sort(keys, static key => key.Name);
        ResourceTypes = Sort(types, static type => type.Name);
        Actions = Sort(actions, static action => action.Name);
        Operations = Sort(operations, static operation => operation.Name);
        Retired = [.. retired];
        Families = [.. Keys.Where(static key => key.IsFamily)];
    }

    /// <summary>The prefix of its actions, in lower case, such as <c>s3</c>.</summary>
    public string Prefix { get; }

    /// <summary>The name of the service, such as <c>Amazon S3</c>.</summary>
    public string Name { get; }

    /// <summary>The condition keys that it lists: its own, global ones, and some of other services.</summary>
    public ImmutableArray<CatalogueKey> Keys { get; }

    /// <summary>Its types of resources.</summary>
    public ImmutableArray<CatalogueResourceType> ResourceTypes { get; }

    /// <summary>Its actions.</summary>
    public ImmutableArray<CatalogueAction> Actions { get; }

    /// <summary>The operations whose actions are not just the one of their name.</summary>
    internal ImmutableArray<CatalogueOperation> Operations { get; }

    internal ImmutableArray<RetiredName> Retired { get; }

    /// <summary>The keys of which a part is everyone's choice.</summary>
    internal ImmutableArray<CatalogueKey> Families { get; }

    /// <summary>True for a service that an earlier catalogue had, and that has only tombstones left.</summary>
    internal bool IsRetired => Retired.Any(static name => name.Kind == 's');

    /// <summary>Finds an action.</summary>
    /// <param name="name">The name without the prefix; letter case is ignored.</param>
    /// <returns>The action; null where the catalogue has none.</returns>
    public CatalogueAction? FindAction(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindAction(name.AsSpan());
    }

    /// <summary>Finds a type of resources.</summary>
    /// <param name="name">The name, such as <c>bucket</c>; letter case is ignored.</param>
    /// <returns>The type; null where the catalogue has none.</returns>
    public CatalogueResourceType? FindResourceType(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int low = Search(ResourceTypes, name, static type => type.Name);
        return low >= 0 ? ResourceTypes[low] : null;
    }

    /// <summary>Prefix and name.</summary>
    /// <returns>Such as <c>s3 (Amazon S3)</c>.</returns>
    public override string ToString() => $"{Prefix} ({Name})";

    internal CatalogueAction? FindAction(ReadOnlySpan<char> name)
    {
        int place = Search(Actions, name, static action => action.Name);
        return place >= 0 ? Actions[place] : null;
    }

    internal CatalogueKey? FindKey(ReadOnlySpan<char> name) => CatalogueKeys.Find(Keys, Families, name);

    internal CatalogueOperation? FindOperation(ReadOnlySpan<char> name)
    {
        int place = Search(Operations, name, static operation => operation.Name);
        return place >= 0 ? Operations[place] : null;
    }

    /// <summary>True where some action of the service offers the key.</summary>
    internal bool OffersAnywhere(string key)
    {
        offered ??= new(Actions.SelectMany(action => action.OfferedBy(this)).Select(static own => own.Pattern), StringComparer.OrdinalIgnoreCase);
        return offered.Contains(key) || offered.Any(pattern => pattern.Contains('*', StringComparison.Ordinal) && Language.NameWildcard.IsMatch(pattern, key));
    }

    /// <summary>The place of a name in a sorted list; negative where it is not there.</summary>
    internal static int Search<T>(ImmutableArray<T> sorted, ReadOnlySpan<char> name, Func<T, string> nameOf)
    {
        int low = 0;
        int high = sorted.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = nameOf(sorted[middle]).AsSpan().CompareTo(name, StringComparison.OrdinalIgnoreCase);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    private static ImmutableArray<T> Sort<T>(IEnumerable<T> all, Func<T, string> nameOf)
    {
        T[] sorted = [.. all];
        Array.Sort(sorted, (one, other) => string.Compare(nameOf(one), nameOf(other), StringComparison.OrdinalIgnoreCase));
        return [.. sorted];
    }
}
