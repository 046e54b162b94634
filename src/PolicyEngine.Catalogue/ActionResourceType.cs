using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>A resource type that an action works on.</summary>
public sealed class ActionResourceType
{
    internal ActionResourceType(string name, bool isRequired, ImmutableArray<string> keys)
    {
        Name = name;
        IsRequired = isRequired;
        Keys = keys;
    }

    /// <summary>The name of the type within the action's service, such as <c>bucket</c>.</summary>
    public string Name { get; }

    /// <summary>True where each call names a resource of the type; false where it may, or where the source does not tell.</summary>
    public bool IsRequired { get; }

    /// <summary>The names of the condition keys of the action on this type.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The name; a star follows it where the type is required.</summary>
    /// <returns>Such as <c>bucket*</c>.</returns>
    public override string ToString() => IsRequired ? $"{Name}*" : Name;
}
