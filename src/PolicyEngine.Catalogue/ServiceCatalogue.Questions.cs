using System.Collections.Immutable;
using PolicyEngine.Language;

namespace PolicyEngine.Catalogue;

public sealed partial class ServiceCatalogue
{
    /// <summary>The actions that a pattern of a policy stands for.</summary>
    /// <param name="pattern">The text of an Action element: <c>*</c>, or service and name with the wildcards <c>*</c> and <c>?</c>.</param>
    /// <returns>The actions, by service and name; none for a text that is no action. Reads every service that the part before the colon matches.</returns>
    public ImmutableArray<CatalogueAction> Expand(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ActionFormKind form = ActionForm.Classify(pattern, out _);
        if (form == ActionFormKind.Malformed) return [];
        if (form == ActionFormKind.Any) return [.. Services.SelectMany(static service => service.Actions)];
        int colon = pattern.IndexOf(Colon, StringComparison.Ordinal);
        string name = pattern[(colon + 1)..];
        return [.. ServicesLike(pattern[..colon]).SelectMany(static service => service.Actions).Where(action => NameWildcard.IsMatch(name, action.Name))];
    }

    /// <summary>True where a pattern of a policy stands for any action.</summary>
    /// <param name="pattern">As for <see cref="Expand"/>.</param>
    /// <returns>True where it does; it allocates nothing, and stops at the first.</returns>
    public bool HasMatch(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ActionFormKind form = ActionForm.Classify(pattern, out _);
        if (form is ActionFormKind.Malformed or ActionFormKind.Any) return form == ActionFormKind.Any;
        int colon = pattern.IndexOf(Colon, StringComparison.Ordinal);
        ReadOnlySpan<char> prefix = pattern.AsSpan(0, colon);
        ReadOnlySpan<char> name = pattern.AsSpan(colon + 1);
        if (form == ActionFormKind.Named) return FindService(prefix) is { } named && HasMatch(named, name);
        foreach (string each in Prefixes)
        {
            if (NameWildcard.IsMatch(prefix, each) && HasMatch(FindService(each)!, name)) return true; // Prefixes are those of services.
        }

        return false;
    }

    /// <summary>The names that are spelt most like one that the catalogue lacks.</summary>
    /// <param name="name">A prefix; or an action, whose name is compared within its service; where the service is unknown, its prefix is compared.</param>
    /// <returns>All names at the least distance: prefixes, or actions in full. None where nothing is near: at most three letters, and a third of the name, may be
    /// wrong, missing, too much, or have changed places.</returns>
    public ImmutableArray<string> Nearest(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int colon = name.IndexOf(Colon, StringComparison.Ordinal);
        if (colon < 0) return NearestName.Find(name, Prefixes);
        if (FindService(name.AsSpan(0, colon)) is not { } service) return NearestName.Find(name[..colon], Prefixes);
        return [.. NearestName.Find(name[(colon + 1)..], service.Actions.Select(static action => action.Name)).Select(found => $"{service.Prefix}:{found}")];
    }

    /// <summary>The condition keys that are spelt most like one that the catalogue lacks.</summary>
    /// <param name="key">A key; its name is compared among the global keys, or among those of its service.</param>
    /// <returns>The keys, as <see cref="Nearest"/> finds names.</returns>
    public ImmutableArray<string> NearestKeys(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        int colon = key.IndexOf(Colon, StringComparison.Ordinal);
        if (colon < 0) return [];
        string prefix = key[..(colon + 1)];
        IEnumerable<CatalogueKey> all = FindService(key.AsSpan(0, colon)) is { } service ? service.Keys : index.Keys;
        string[] names = [.. all.Where(own => !own.IsFamily && own.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(static own => own.Name)];
        return [.. NearestName.Find(key[(colon + 1)..], names.Select(own => own[prefix.Length..])).Select(found => names.First(own => own.AsSpan(prefix.Length).SequenceEqual(found)))];
    }

    /// <summary>The resource types that an ARN may be one of.</summary>
    /// <param name="arnPattern">The text of a Resource element, six fields, perhaps with wildcards and variables. Letter case counts.</param>
    /// <returns>The types of all services that list ARNs with the text's service field, one of whose forms can meet the part after the account; Region and account
    /// are not compared, so that a caller can tell what is wrong with them. None for a text that is no ARN, or with a wildcard or variable in its service field.</returns>
    public ImmutableArray<CatalogueResourceType> TypesOf(string arnPattern)
    {
        ArgumentNullException.ThrowIfNull(arnPattern);
        if (!ArnFields.TrySplit(arnPattern, out ReadOnlySpan<char> service, out string? resource)) return [];
        if (!arnFields.TryGetValue(service, out ImmutableArray<string> prefixes)) return [];
        ImmutableArray<CatalogueResourceType>.Builder types = ImmutableArray.CreateBuilder<CatalogueResourceType>();
        foreach (CatalogueResourceType type in prefixes.SelectMany(prefix => FindService(prefix)?.ResourceTypes ?? []))
        {
            foreach (ArnFormat format in type.Formats)
            {
                if (!service.SequenceEqual(format.Service) || !format.Meets(resource)) continue;
                types.Add(type);
                break;
            }
        }

        return types.DrainToImmutable();
    }

    /// <summary>True where any service lists ARNs with a service field.</summary>
    /// <param name="service">The third field of an ARN, such as <c>s3</c>. Letter case counts.</param>
    /// <returns>True where <see cref="TypesOf"/> can tell of such an ARN.</returns>
    public bool HasArnsOf(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return arnFields.ContainsKey(service);
    }

    /// <summary>The condition keys that an action offers.</summary>
    /// <param name="action">An action of this catalogue.</param>
    /// <returns>The names of its keys; none for an action that the catalogue lacks.</returns>
    public ActionKeys KeysOf(CatalogueAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (FindService(action.Service) is not { } service) return new ActionKeys([], []);
        HashSet<string> own = new(action.Keys, StringComparer.OrdinalIgnoreCase);
        return new ActionKeys(
            [.. own.Order(StringComparer.OrdinalIgnoreCase)],
            [.. action.OfferedBy(service).Select(static key => key.Name).Where(name => !own.Contains(name)).Order(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Whether an action offers a condition key.</summary>
    /// <param name="action">The action, such as <c>s3:GetObject</c>, without wildcards.</param>
    /// <param name="key">The key. A global key counts as one of the action's service.</param>
    /// <returns>Unknown where the catalogue lacks the action, or where no action of the key's service has the key: published lists lag behind.</returns>
    public KeyOffer Offers(string action, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (FindAction(action) is not { } known || FindService(known.Service) is not { } service) return KeyOffer.Unknown;
        foreach (CatalogueKey own in known.OfferedBy(service))
        {
            if (NameWildcard.IsMatch(own.Pattern, key)) return KeyOffer.Yes;
        }

        ReadOnlySpan<char> prefix = key.AsSpan(0, Math.Max(0, key.IndexOf(Colon, StringComparison.Ordinal)));
        bool isGlobal = prefix.Equals("aws", StringComparison.OrdinalIgnoreCase);
        CatalogueService? owner = isGlobal ? service : FindService(prefix);
        return owner?.OffersAnywhere(key) == true ? KeyOffer.No : KeyOffer.Unknown;
    }

    /// <summary>The actions that an API operation needs.</summary>
    /// <param name="service">The prefix of the service.</param>
    /// <param name="operation">The operation, such as <c>HeadObject</c>.</param>
    /// <returns>The actions, perhaps of other services: those that the source lists, else the one of the operation's name; none where there is neither, and
    /// without those that the catalogue lacks.</returns>
    public ImmutableArray<CatalogueAction> ActionsOf(string service, string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (FindService(service) is not { } known) return [];
        if (known.FindOperation(operation) is { } listed) return [.. listed.Actions.Select(FindAction).OfType<CatalogueAction>()];
        return known.FindAction(operation) is { } action ? [action] : [];
    }

    /// <summary>The API operations that need an action.</summary>
    /// <param name="action">The action, without wildcards.</param>
    /// <returns>The operations, each <c>service:Name</c>: all of which <see cref="ActionsOf"/> gives the action. Reads every service.</returns>
    public ImmutableArray<string> Operations(string action)
    {
        if (FindAction(action) is not { } known) return [];
        IEnumerable<string> listed = Services
            .SelectMany(service => service.Operations.Where(operation => operation.Actions.Contains(known.FullName, StringComparer.OrdinalIgnoreCase)).Select(operation => $"{service.Prefix}:{operation.Name}"));
        bool hasOwn = FindService(known.Service)?.FindOperation(known.Name) is null;
        return [.. (hasOwn ? listed.Append(known.FullName) : listed).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The actions of a level.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The actions, by service and name. Reads every service.</returns>
    public IEnumerable<CatalogueAction> ActionsWithLevel(AccessLevel level) => Services.SelectMany(static service => service.Actions).Where(action => action.Level == level);

    private static bool HasMatch(CatalogueService service, ReadOnlySpan<char> name)
    {
        foreach (CatalogueAction action in service.Actions)
        {
            if (NameWildcard.IsMatch(name, action.Name)) return true;
        }

        return false;
    }

    private IEnumerable<CatalogueService> ServicesLike(string prefix)
    {
        if (prefix.AsSpan().ContainsAny('*', '?')) return Prefixes.Where(each => NameWildcard.IsMatch(prefix, each)).Select(FindService).OfType<CatalogueService>();
        return FindService(prefix) is { } service ? [service] : [];
    }
}
