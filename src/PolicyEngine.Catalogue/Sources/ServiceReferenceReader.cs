using System.Collections.Immutable;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>Reads AWS's service reference: a JSON file for each service.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html">Simplified AWS service information</see>.</remarks>
internal static class ServiceReferenceReader
{
    private const string SourceName = "service-reference";

    /// <summary>Reads the files of a folder; a file that is an array is the index of the others.</summary>
    /// <param name="files">The files.</param>
    /// <param name="names">Their names.</param>
    /// <param name="date">The date of the catalogue, as the files name none.</param>
    /// <exception cref="CatalogueSourceException">A file is malformed, or none tells of a service.</exception>
    internal static CatalogueContent Read(SourceFiles files, IEnumerable<string> names, string date)
    {
        SortedDictionary<string, CatalogueService> all = new(StringComparer.Ordinal);
        SortedSet<string> versions = new(StringComparer.Ordinal);
        foreach (SourceElement file in names.Order(StringComparer.Ordinal).Select(files.Read).Where(static file => !file.IsArray))
        {
            SourceElement own = file.Member("Name");
            string prefix = own.Name();
            if (!Names.IsPrefix(prefix)) throw own.Fault("it is no prefix of a service");
            if (!all.TryAdd(prefix, ReadService(file, prefix))) throw own.Fault("another file tells of the same service");
            if (file.Find("Version")?.Name() is { } version) versions.Add(version.Replace(' ', '-'));
        }

        if (all.Count == 0) throw new CatalogueSourceException(".", "", "no file of the folder tells of a service");
        string source = string.Join(' ', versions.Prepend(SourceName));
        return new CatalogueContent(new CatalogueHead(date, [source], []), [.. all.Values]);
    }

    private static CatalogueService ReadService(SourceElement file, string prefix)
    {
        ServiceParts parts = new(prefix);
        foreach (SourceElement key in file.ItemsOf("ConditionKeys")) parts.AddKey(key.Member("Name"), key.ItemsOf("Types").Select(static type => (SourceElement?)type).FirstOrDefault());
        foreach (SourceElement type in file.ItemsOf("Resources")) parts.AddType(type.Member("Name"), type.ItemsOf("ARNFormats").SelectMany(ArnFormats.Read), type.ItemsOf("ConditionKeys"));
        foreach (SourceElement action in file.ItemsOf("Actions"))
        {
            IEnumerable<ActionResourceType> types = action.ItemsOf("Resources").Select(static type => new ActionResourceType(type.Member("Name").Name(), isRequired: false, []));
            parts.AddAction(action.Member("Name"), LevelOf(action.Find("Annotations")?.Find("Properties")), types, action.ItemsOf("ActionConditionKeys"), []);
        }

        foreach (SourceElement operation in file.ItemsOf("Operations")) parts.AddOperation(operation.Member("Name"), [.. operation.ItemsOf("AuthorizedActions").Select(action => ActionOf(action, prefix))]);
        return parts.ToService(prefix);
    }

    private static string ActionOf(SourceElement source, string prefix)
    {
        SourceElement name = source.Member("Name");
        string service = source.Find("Service")?.Name() ?? prefix;
        bool isAction = Names.IsSimple(name.Text()) && Names.IsPrefix(service);
        return isAction ? $"{service}:{name.Text()}" : throw name.Fault("service and name are no action");
    }

    /// <summary>The first flag that is set counts; without one, the action reads.</summary>
    private static AccessLevel LevelOf(SourceElement? flags)
    {
        if (flags is not { } own) return AccessLevel.Read;
        if (own.Flag("IsPermissionManagement")) return AccessLevel.PermissionsManagement;
        if (own.Flag("IsTaggingOnly")) return AccessLevel.Tagging;
        if (own.Flag("IsWrite")) return AccessLevel.Write;
        return own.Flag("IsList") ? AccessLevel.List : AccessLevel.Read;
    }
}
