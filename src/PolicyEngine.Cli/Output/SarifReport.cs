using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, the format of code scanning services.</summary>
/// <param name="console">Where it goes.</param>
/// <param name="profile">The rules that the report lists.</param>
internal sealed class SarifReport(CliConsole console, CheckProfile profile) : ICheckReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private readonly ImmutableArray<DiagnosticDescriptor> rules =
        [.. DiagnosticCatalog.All.Concat(PolicyChecker.Descriptors).Where(each => SarifRules.IsOf(profile, each)).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    private readonly List<(string File, Finding Finding)> findings = [];

    /// <inheritdoc/>
    public void Add(string file, Finding finding) => findings.Add((file, finding));

    /// <inheritdoc/>
    public void Complete() => console.Output.Write($"{JsonText.Write(WriteLog, indented: true)}\n");

    private void WriteLog(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, Schema);
        json.WriteString("version"u8, "2.1.0");
        json.WriteStartArray("runs"u8);
        json.WriteStartObject();
        WriteTool(json);
        json.WriteString("columnKind"u8, "unicodeCodePoints");
        json.WriteStartArray("results"u8);
        SarifFingerprints fingerprints = new();
        foreach ((string file, Finding finding) in findings) WriteResult(json, file, finding, fingerprints);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "PolicyEngine");
        json.WriteString("version"u8, ToolVersion.Short);
        json.WriteStartArray("rules"u8);
        foreach (DiagnosticDescriptor descriptor in rules) WriteRule(json, descriptor);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, DiagnosticDescriptor descriptor)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, descriptor.Id);
        json.WriteString("name"u8, PascalCase(descriptor.Title));
        WriteText(json, "shortDescription", descriptor.Title);
        WriteText(json, "fullDescription", $"{descriptor.Title}. {descriptor.Help}");
        WriteText(json, "help", $"{descriptor.Help} Rule {descriptor.Rule}.");
        json.WriteString("helpUri"u8, descriptor.HelpUri.AbsoluteUri);
        json.WriteStartObject("defaultConfiguration"u8);
        json.WriteString("level"u8, LevelOf(descriptor.DefaultSeverity));
        json.WriteEndObject();
        SarifRules.WriteProperties(json, descriptor);
        json.WriteEndObject();
    }

    private void WriteResult(Utf8JsonWriter json, string file, Finding finding, SarifFingerprints fingerprints)
    {
        json.WriteStartObject();
        Diagnostic diagnostic = finding.Diagnostic;
        json.WriteString("ruleId"u8, diagnostic.Id);
        json.WriteNumber("ruleIndex"u8, rules.IndexOf(diagnostic.Descriptor));
        json.WriteString("level"u8, LevelOf(diagnostic.Severity));
        string path = diagnostic.Path.Length == 0 ? "" : $" ({TerminalText.Of(diagnostic.Path)})";
        WriteText(json, "message", WithoutLinks($"{diagnostic.Message}{path}."));
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        WriteFile(json, file);
        WriteRegion(json, finding.Source, finding.Span);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        WriteRelated(json, file, finding);
        WriteFixes(json, file, finding);
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("primaryLocationLineHash"u8, fingerprints.Next(file, diagnostic));
        json.WriteEndObject();
        if (finding.Code is { } code)
        {
            json.WriteStartObject("properties"u8);
            json.WriteString("issueCode"u8, code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, string file, Finding finding)
    {
        if (finding.Related.IsEmpty) return;
        json.WriteStartArray("relatedLocations"u8);
        foreach (RelatedPlace place in finding.Related)
        {
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation"u8);
            WriteFile(json, file);
            WriteRegion(json, finding.Source, place.Span);
            json.WriteEndObject();
            WriteText(json, "message", WithoutLinks(place.Path));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFixes(Utf8JsonWriter json, string file, Finding finding)
    {
        if (finding.Fix is not { } fix) return;
        json.WriteStartArray("fixes"u8);
        json.WriteStartObject();
        WriteText(json, "description", WithoutLinks(finding.Help));
        json.WriteStartArray("artifactChanges"u8);
        json.WriteStartObject();
        WriteFile(json, file);
        json.WriteStartArray("replacements"u8);
        foreach (TextEdit edit in fix.Edits)
        {
            json.WriteStartObject();
            WriteRegion(json, finding.Source, edit.Span, "deletedRegion");
            WriteText(json, "insertedContent", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, SarifUri.Of(file));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, PolicyText source, TextSpan span, string name = "region")
    {
        LinePosition start = source.GetPosition(span.Start);
        LinePosition end = source.GetPosition(span.End);
        json.WriteStartObject(name);
        json.WriteNumber("startLine"u8, start.Line);
        json.WriteNumber("startColumn"u8, start.Column);
        json.WriteNumber("endLine"u8, end.Line);
        json.WriteNumber("endColumn"u8, end.Column);
        json.WriteNumber("byteOffset"u8, span.Start);
        json.WriteNumber("byteLength"u8, span.Length);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    /// <summary>A message of which a viewer makes no link: what could be one in a text of a policy has its brackets escaped.</summary>
    private static string WithoutLinks(string text) => !text.Contains("](", StringComparison.Ordinal) ? text
        : text.Replace(@"\", @"\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal);

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static string PascalCase(string title) => string.Concat(title
        .Split([' ', '-', '/', '\'', ',', ':', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
}
