namespace PolicyEngine.Catalogue;

/// <summary>A condition key.</summary>
/// <param name="Name">The name with its prefix, such as <c>s3:prefix</c>; <c>*</c> stands for a part that everyone chooses, such as the key of a tag.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsArray">True where AWS lists it as having several values.</param>
public sealed record CatalogueKey(string Name, CatalogueKeyType Type, bool IsArray)
{
    /// <summary>The name as a pattern in which each part that everyone chooses has at least one character.</summary>
    internal string Pattern { get; } = Name.Replace("*", "?*", StringComparison.Ordinal);

    /// <summary>True for a family of keys, such as those of tags.</summary>
    public bool IsFamily => Pattern.Length != Name.Length;

    /// <summary>The name and type.</summary>
    /// <returns>Such as <c>s3:prefix String</c>.</returns>
    public override string ToString() => $"{Name} {(IsArray ? "ArrayOf" : "")}{Type}";
}
