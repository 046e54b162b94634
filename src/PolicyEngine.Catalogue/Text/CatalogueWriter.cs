using System.Globalization;
using System.Text;

namespace PolicyEngine.Catalogue.Text;

/// <summary>Writes the text form: a line for each thing, sorted, so that the difference of two catalogues can be read.</summary>
internal static class CatalogueWriter
{
    /// <summary>The whole text.</summary>
    internal static string Write(CatalogueContent content)
    {
        StringBuilder text = new(WriteHead(content.Head));
        foreach (CatalogueService service in content.Services) Write(text, service);
        return text.ToString();
    }

    /// <summary>The lines before the first service.</summary>
    internal static string WriteHead(CatalogueHead head)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{CatalogueHead.Magic}{head.AsOf}\n");
        foreach (string source in head.Sources) text.Append(CultureInfo.InvariantCulture, $"! {source}\n");
        foreach (string prefix in head.OtherPrefixes) text.Append(CultureInfo.InvariantCulture, $"~ {prefix}\n");
        return text.ToString();
    }

    private static void Write(StringBuilder text, CatalogueService service)
    {
        text.Append(CultureInfo.InvariantCulture, $"# {service.Prefix} {service.Name}\n");
        WriteSorted(text, 'k', service.Keys.Select(key => (Names.WriteKey(service.Prefix, key.Name), $" {Letters.Of(key)}")));
        WriteSorted(text, 'r', service.ResourceTypes.SelectMany(type => LinesOf(service.Prefix, type)));
        WriteSorted(text, 'a', service.Actions.Select(action => (action.Name, LineOf(service.Prefix, action))));
        WriteSorted(text, 'o', service.Operations.Select(operation => (operation.Name, ListOf(service.Prefix, operation.Actions))));
        foreach (RetiredName name in service.Retired.OrderBy(static name => KindOrder.Of(name.Kind)).ThenBy(name => WrittenName(service.Prefix, name), StringComparer.OrdinalIgnoreCase))
        {
            text.Append(CultureInfo.InvariantCulture, $"x {name.Kind} {WrittenName(service.Prefix, name)} {name.Date}\n");
        }
    }

    private static string WrittenName(string prefix, RetiredName name) => name.Kind == 'k' ? Names.WriteKey(prefix, name.Name) : Names.WriteBlanks(name.Name);

    private static void WriteSorted(StringBuilder text, char kind, IEnumerable<(string Name, string Tail)> lines)
    {
        foreach ((string name, string rest) in lines.OrderBy(static line => line.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static line => line.Tail, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind} {name}{rest}\n");
        }
    }

    /// <summary>A line for each form; the keys stand in the first.</summary>
    private static IEnumerable<(string Name, string Tail)> LinesOf(string prefix, CatalogueResourceType type)
    {
        string keys = KeysOf(prefix, type.Keys);
        return type.Formats.Select(format => Write(prefix, format)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Index().Select(line => (Names.WriteBlanks(type.Name), line.Index == 0 && keys.Length > 0 ? $" {line.Item} {keys}" : $" {line.Item}"));
    }

    private static string Write(string prefix, ArnFormat format)
    {
        string service = format.Service == prefix ? "=" : format.Service;
        string region = format.Region == ArnFormat.AnyRegion ? "r" : format.Region;
        string account = format.Account == ArnFormat.AnyAccount ? "a" : format.Account;
        return $"{service},{region},{account} {Names.WriteBlanks(format.Resource)}";
    }

    private static string LineOf(string prefix, CatalogueAction action)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $" {Letters.Of(action.Level)}");
        foreach (ActionResourceType type in action.ResourceTypes.OrderBy(static type => type.Name, StringComparer.OrdinalIgnoreCase))
        {
            line.Append(CultureInfo.InvariantCulture, $" {Names.WriteBlanks(type.Name)}{(type.IsRequired ? "!" : "")}{KeysOf(prefix, type.Keys)}");
        }

        if (action.Keys.Length > 0) line.Append(CultureInfo.InvariantCulture, $" {KeysOf(prefix, action.Keys)}");
        if (action.DependentActions.Length > 0) line.Append(CultureInfo.InvariantCulture, $" >{ListOf(prefix, action.DependentActions)}");
        return line.ToString();
    }

    private static string KeysOf(string prefix, IReadOnlyCollection<string> keys) =>
        keys.Count == 0 ? "" : $"[{string.Join(',', keys.Select(key => Names.WriteKey(prefix, key)).Order(StringComparer.OrdinalIgnoreCase))}]";

    private static string ListOf(string prefix, IEnumerable<string> actions) =>
        string.Concat(actions.Select(action => Names.WriteAction(prefix, action)).Order(StringComparer.OrdinalIgnoreCase).Select(static action => $" {action}"));
}
