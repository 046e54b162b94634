using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>A type of resources of a service.</summary>
public sealed class CatalogueResourceType
{
    internal CatalogueResourceType(string service, string name, ImmutableArray<ArnFormat> formats, ImmutableArray<string> keys)
    {
        Service = service;
        Name = name;
        Formats = formats;
        Keys = keys;
    }

    /// <summary>The prefix of the service that lists the type, such as <c>s3</c>.</summary>
    public string Service { get; }

    /// <summary>The name, such as <c>bucket</c>; it is one within its service.</summary>
    public string Name { get; }

    /// <summary>The forms of its ARNs, at least one.</summary>
    public ImmutableArray<ArnFormat> Formats { get; }

    /// <summary>The names of the condition keys that describe such a resource, as in <see cref="CatalogueKey.Name"/>.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Service and name.</summary>
    /// <returns>Such as <c>s3 bucket</c>.</returns>
    public override string ToString() => $"{Service} {Name}";
}
