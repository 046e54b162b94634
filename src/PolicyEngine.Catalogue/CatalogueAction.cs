using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>An action of a service.</summary>
public sealed class CatalogueAction
{
    private CatalogueKey[]? offered;

    internal CatalogueAction(string service, string name, AccessLevel level, ImmutableArray<ActionResourceType> types, ImmutableArray<string> keys, ImmutableArray<string> dependents)
    {
        Service = service;
        FullName = $"{service}:{name}";
        Name = name;
        Level = level;
        ResourceTypes = types;
        Keys = keys;
        DependentActions = dependents;
    }

    /// <summary>The prefix of the service, such as <c>s3</c>.</summary>
    public string Service { get; }

    /// <summary>The name without the prefix, such as <c>GetObject</c>.</summary>
    public string Name { get; }

    /// <summary>Prefix and name, such as <c>s3:GetObject</c>.</summary>
    public string FullName { get; }

    /// <summary>What kind of access it gives.</summary>
    public AccessLevel Level { get; }

    /// <summary>The types of resources that it works on; empty where it takes no resource but <c>*</c>.</summary>
    public ImmutableArray<ActionResourceType> ResourceTypes { get; }

    /// <summary>The names of the condition keys of the action itself; <see cref="ServiceCatalogue.KeysOf"/> has those of its types too.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The actions, in full, that a caller must be granted besides, as far as the source tells.</summary>
    public ImmutableArray<string> DependentActions { get; }

    /// <summary>The full name.</summary>
    /// <returns>Such as <c>s3:GetObject</c>.</returns>
    public override string ToString() => FullName;

    /// <summary>All keys that it offers, made when they are first asked for.</summary>
    internal CatalogueKey[] OfferedBy(CatalogueService service)
    {
        if (offered is { } known) return known;
        HashSet<string> names = new(Keys, StringComparer.OrdinalIgnoreCase);
        foreach (ActionResourceType type in ResourceTypes)
        {
            names.UnionWith(type.Keys);
            if (service.FindResourceType(type.Name) is { } own) names.UnionWith(own.Keys);
        }

        return offered = [.. names.Select(static name => new CatalogueKey(name, CatalogueKeyType.Unknown, IsArray: false))];
    }
}
