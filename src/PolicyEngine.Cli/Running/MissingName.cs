using PolicyEngine.Catalogue;

namespace PolicyEngine.Cli.Running;

/// <summary>Tells of a name that the catalogue lacks.</summary>
internal static class MissingName
{
    /// <summary>A sentence that says what is missing, whether it was there once, and what is spelt like it.</summary>
    internal static string Describe(ServiceCatalogue catalogue, string missing, string name, IReadOnlyCollection<string> nearest)
    {
        string source = catalogue.AsOf.Length > 0 ? $"the catalogue of {catalogue.AsOf}" : "the list";
        string past = catalogue.IsRetired(name) ? ", though an earlier one had it" : "";
        string hint = nearest.Count > 0 ? $"; the nearest {(nearest.Count == 1 ? "is" : "are")} {string.Join(" and ", nearest)}" : "";
        return $"{source} has {missing}{past}{hint}";
    }
}
