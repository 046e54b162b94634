using System.Text.Json;
using PolicyEngine.Catalogue;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>One object: the date of the catalogue, and the patterns or statements with their actions.</summary>
internal sealed class JsonExpansionReport(CliConsole console, ServiceCatalogue catalogue) : IExpansionReport
{
    /// <inheritdoc/>
    public void AddPatterns(IReadOnlyCollection<PatternExpansion> patterns) => Write(json => Write(json, patterns));

    /// <inheritdoc/>
    public void AddPolicy(IReadOnlyCollection<Expansion> statements, bool all) => Write(json =>
    {
        json.WriteStartArray("statements");
        foreach (Expansion statement in statements)
        {
            json.WriteStartObject();
            json.WriteNumber("statement", statement.Statement);
            if (statement.Sid is { } sid) json.WriteString("sid", sid);
            json.WriteString("element", statement.Element.Name);
            json.WriteNumber("count", statement.Actions.Length);
            Write(json, statement.Patterns);
            if (statement.Element.IsNegated && !all) WriteCounts(json, statement.Actions);
            else Write(json, statement.Actions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteCounts(Utf8JsonWriter json, IEnumerable<CatalogueAction> actions)
    {
        json.WriteStartObject("services");
        foreach (IGrouping<string, CatalogueAction> service in actions.GroupBy(static action => action.Service, StringComparer.Ordinal)) json.WriteNumber(service.Key, service.Count());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<PatternExpansion> patterns)
    {
        json.WriteStartArray("patterns");
        foreach (PatternExpansion pattern in patterns)
        {
            json.WriteStartObject();
            json.WriteString("pattern", pattern.Pattern);
            Write(json, pattern.Actions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<CatalogueAction> actions)
    {
        json.WriteStartArray("actions");
        foreach (CatalogueAction action in actions) json.WriteStringValue(action.FullName);
        json.WriteEndArray();
    }

    private void Write(Action<Utf8JsonWriter> write) => console.Output.Write(JsonText.Write(json =>
    {
        json.WriteStartObject();
        if (catalogue.AsOf.Length > 0) json.WriteString("asOf", catalogue.AsOf);
        write(json);
        json.WriteEndObject();
    }) + "\n");
}
