namespace PolicyEngine.Catalogue;

/// <summary>What an earlier catalogue had and this one lacks.</summary>
/// <param name="Kind"><c>k</c> key, <c>r</c> resource type, <c>a</c> action, <c>s</c> the service itself.</param>
/// <param name="Name">The name, as in the earlier catalogue: of a key with its prefix, of others without.</param>
/// <param name="Date">The date of the first catalogue that lacked it.</param>
internal sealed record RetiredName(char Kind, string Name, string Date);
