using System.Collections.Immutable;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Cli.Running;

/// <summary>Which actions are asked for; each member that is given must hold.</summary>
/// <param name="Name">A pattern of actions.</param>
/// <param name="Service">A prefix.</param>
/// <param name="Level">A level.</param>
/// <param name="Key">A condition key that they offer.</param>
/// <param name="ResourceType">A type that they work on: its name in the catalogue, or CloudFormation's.</param>
/// <param name="Resource">An ARN that can be of a type that they work on.</param>
/// <param name="Operation">An operation, service and name, that needs them.</param>
internal sealed record ActionFilter(string? Name, string? Service, AccessLevel? Level, string? Key, string? ResourceType, string? Resource, string? Operation)
{
    private const string CloudFormationDivider = "::";

    /// <summary>The actions, by service and name.</summary>
    internal IEnumerable<CatalogueAction> Find(ServiceCatalogue catalogue)
    {
        (string? serviceOfType, string? type) = SplitType(ResourceType);
        IEnumerable<CatalogueAction> found = Operation is { } operation ? OfOperation(catalogue, operation) : catalogue.Expand(Name ?? (Service is { } prefix ? $"{prefix}:*" : "*"));
        if (Operation is not null && Name is { } name) found = found.Intersect(catalogue.Expand(name));
        if (Service is { } service) found = found.Where(action => action.Service.Equals(service, StringComparison.OrdinalIgnoreCase));
        if (Level is { } level) found = found.Where(action => action.Level == level);
        if (type is not null) found = found.Where(action => (serviceOfType is null || Fold(action.Service) == Fold(serviceOfType)) && action.ResourceTypes.Any(own => Fold(own.Name) == Fold(type)));
        if (Resource is { } resource)
        {
            HashSet<(string, string)> types = [.. catalogue.TypesOf(resource).Select(static own => (own.Service, own.Name))];
            found = found.Where(action => action.ResourceTypes.Any(own => types.Contains((action.Service, own.Name))));
        }

        return Key is { } key ? found.Where(action => catalogue.Offers(action.FullName, key) == KeyOffer.Yes) : found;
    }

    /// <summary>Why the filter can find nothing, as a name is unknown; null where all names are known.</summary>
    internal string? FindFault(ServiceCatalogue catalogue)
    {
        if (Service is { } service && catalogue.FindService(service) is null) return MissingName.Describe(catalogue, $"no service '{service}'", service, catalogue.Nearest(service));
        if (Name is { } name && !catalogue.HasMatch(name)) return MissingName.Describe(catalogue, $"no action for '{name}'", name, catalogue.Nearest(name));
        if (Key is { } key && catalogue.FindKey(key) is null) return MissingName.Describe(catalogue, $"no condition key '{key}'", key, catalogue.NearestKeys(key));
        if (Operation is { } operation && OfOperation(catalogue, operation).IsEmpty) return MissingName.Describe(catalogue, $"no operation '{operation}'", operation, catalogue.Nearest(operation));
        (string? serviceOfType, string? type) = SplitType(ResourceType);
        bool hasType = type is null || catalogue.Services.Any(own => (serviceOfType is null || Fold(own.Prefix) == Fold(serviceOfType)) && own.ResourceTypes.Any(known => Fold(known.Name) == Fold(type)));
        if (!hasType) return MissingName.Describe(catalogue, $"no resource type '{ResourceType}'", ResourceType!, []);
        return Resource is { } resource && catalogue.TypesOf(resource).IsEmpty ? MissingName.Describe(catalogue, $"no resource type for '{resource}'", resource, []) : null;
    }

    private static ImmutableArray<CatalogueAction> OfOperation(ServiceCatalogue catalogue, string operation) =>
        operation.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon ? catalogue.ActionsOf(operation[..colon], operation[(colon + 1)..]) : [];

    /// <summary>CloudFormation names types <c>AWS::S3::AccessPoint</c>: service and type, without the catalogue's dashes.</summary>
    private static (string? Service, string? Type) SplitType(string? name) =>
        name?.Split(CloudFormationDivider) is [_, var service, var type] ? (service, type) : (null, name);

    private static string Fold(string name) => string.Concat(name.Where(static c => c is not ('-' or '_' or ' '))).ToUpperInvariant();
}
