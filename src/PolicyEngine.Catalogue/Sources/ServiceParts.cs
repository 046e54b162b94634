using System.Collections.Immutable;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>The parts of a service while a source is read; each name may stand once, letter case ignored.</summary>
internal sealed class ServiceParts(string prefix)
{
    private readonly Dictionary<string, CatalogueKey> keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CatalogueResourceType> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CatalogueAction> actions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CatalogueOperation> operations = new(StringComparer.OrdinalIgnoreCase);

    internal void AddKey(SourceElement source, SourceElement? type)
    {
        // Several placeholders can become one key.
        string name = source.Key();
        (CatalogueKeyType kind, bool isArray) = TypeOf(type);
        keys.TryAdd(name, new CatalogueKey(name, kind, isArray));
    }

    internal void AddType(SourceElement source, IEnumerable<ArnFormat> formats, IEnumerable<SourceElement> own)
    {
        CatalogueResourceType type = new(prefix, source.Name(), [.. formats.Distinct()], KeysOf(own));
        if (type.Formats.Length > 0 && !types.TryAdd(type.Name, type)) throw source.Fault("the resource type stands twice");
    }

    internal void AddAction(SourceElement source, AccessLevel level, IEnumerable<ActionResourceType> own, IEnumerable<SourceElement> offered, IEnumerable<SourceElement> dependents)
    {
        string name = source.Name();
        if (!Names.IsSimple(name)) throw source.Fault("it is no name of an action");
        CatalogueAction action = new(prefix, name, level, [.. own.DistinctBy(static type => type.Name, StringComparer.OrdinalIgnoreCase)], KeysOf(offered), [.. dependents.Select(ActionOf).Distinct(StringComparer.OrdinalIgnoreCase)]);
        if (!actions.TryAdd(name, action)) throw source.Fault("the action stands twice");
    }

    /// <summary>Adds an operation, unless its one action is that of its name.</summary>
    internal void AddOperation(SourceElement source, IReadOnlyCollection<string> needed)
    {
        string name = source.Name();
        if (!Names.IsSimple(name)) throw source.Fault("it is no name of an operation");
        if (needed.Count == 0 || (needed.Count == 1 && needed.First().Equals($"{prefix}:{name}", StringComparison.OrdinalIgnoreCase))) return;
        if (!operations.TryAdd(name, new CatalogueOperation(name, [.. needed.Distinct(StringComparer.OrdinalIgnoreCase)]))) throw source.Fault("the operation stands twice");
    }

    internal static ImmutableArray<string> KeysOf(IEnumerable<SourceElement> sources) => [.. sources.Select(static source => source.Key()).Distinct(StringComparer.OrdinalIgnoreCase)];

    internal CatalogueService ToService(string name)
    {
        // What an action or a type lists exists, though the list of keys lacks it; its type is not known then.
        foreach (string used in types.Values.SelectMany(static type => type.Keys).Concat(actions.Values.SelectMany(static action => action.Keys.Concat(action.ResourceTypes.SelectMany(static type => type.Keys)))))
        {
            keys.TryAdd(used, new CatalogueKey(used, CatalogueKeyType.Unknown, IsArray: false));
        }

        return new CatalogueService(prefix, name, keys.Values, types.Values, actions.Values, operations.Values, []);
    }

    private string ActionOf(SourceElement source)
    {
        string text = source.Name();
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        bool isAction = colon < 0 ? Names.IsSimple(text) : Names.IsPrefix(text.AsSpan(0, colon)) && Names.IsSimple(text.AsSpan(colon + 1));
        if (!isAction) throw source.Fault("it is no action");
        return colon < 0 ? $"{prefix}:{text}" : text;
    }

    private static (CatalogueKeyType Type, bool IsArray) TypeOf(SourceElement? source)
    {
        const string array = "ArrayOf";
        if (source is not { } own) return (CatalogueKeyType.Unknown, false);
        string text = own.Text();
        bool isArray = text.StartsWith(array, StringComparison.OrdinalIgnoreCase);
        CatalogueKeyType type = (isArray ? text[array.Length..] : text).ToUpperInvariant() switch
        {
            "STRING" => CatalogueKeyType.String,
            "ARN" => CatalogueKeyType.Arn,
            "BOOL" or "BOOLEAN" => CatalogueKeyType.Bool,
            "NUMERIC" => CatalogueKeyType.Numeric,
            "DATE" => CatalogueKeyType.Date,
            "IPADDRESS" => CatalogueKeyType.IpAddress,
            "BINARY" => CatalogueKeyType.Binary,
            _ => throw own.Fault("it is no type of condition keys"),
        };
        return (type, isArray);
    }
}
