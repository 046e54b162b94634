using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEngine.Catalogue.Sources;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes how much a catalogue holds, and what came and went since an earlier one.</summary>
internal static class CatalogueCountsView
{
    private const int NameWidth = 16;
    private const int NumberWidth = 8;

    /// <summary>The counts as lines for people.</summary>
    internal static string WriteText(CatalogueContent content, CatalogueContent? earlier)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"catalogue of {content.Head.AsOf}, from {string.Join(" and ", content.Head.Sources)}\n");
        if (earlier is not null) text.Append(CultureInfo.InvariantCulture, $"{"",NameWidth}{"now",NumberWidth}{"came",NumberWidth}{"went",NumberWidth}\n");
        (string, string, int)[] came = earlier is null ? [] : [.. CatalogueCounts.OfMissing(content, earlier).All()];
        (string, string, int)[] went = earlier is null ? [] : [.. CatalogueCounts.OfMissing(earlier, content).All()];
        foreach ((int place, (_, string name, int count)) in CatalogueCounts.Of(content).All().Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{name,-NameWidth}{count,NumberWidth}");
            if (earlier is not null) text.Append(CultureInfo.InvariantCulture, $"{came[place].Item3,NumberWidth}{went[place].Item3,NumberWidth}");
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The counts as one object.</summary>
    internal static string WriteJson(CatalogueContent content, CatalogueContent? earlier) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("asOf", content.Head.AsOf);
        json.WriteStartArray("sources");
        foreach (string source in content.Head.Sources) json.WriteStringValue(source);
        json.WriteEndArray();
        Write(json, "counts", CatalogueCounts.Of(content));
        if (earlier is not null)
        {
            Write(json, "came", CatalogueCounts.OfMissing(content, earlier));
            Write(json, "went", CatalogueCounts.OfMissing(earlier, content));
        }

        json.WriteEndObject();
    }) + "\n";

    private static void Write(Utf8JsonWriter json, string name, CatalogueCounts counts)
    {
        json.WriteStartObject(name);
        foreach ((string member, _, int count) in counts.All()) json.WriteNumber(member, count);
        json.WriteEndObject();
    }
}
