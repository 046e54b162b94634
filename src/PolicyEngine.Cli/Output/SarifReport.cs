using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, the format of code scanning services.</summary>
internal sealed class SarifReport(CliConsole console) : ICheckReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private static readonly ImmutableArray<DiagnosticDescriptor> Rules =
        [.. DiagnosticCatalog.All.Concat(PolicyChecker.Descriptors).OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)];

    private readonly List<(string File, Diagnostic Diagnostic)> findings = [];

    /// <inheritdoc/>
    public void Add(string file, Diagnostic diagnostic) => findings.Add((file, diagnostic));

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
        foreach ((string file, Diagnostic diagnostic) in findings) WriteResult(json, file, diagnostic, fingerprints);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, "PolicyEngine");
        json.WriteString("version"u8, ToolVersion.Short);
        json.WriteStartArray("rules"u8);
        foreach (DiagnosticDescriptor descriptor in Rules) WriteRule(json, descriptor);
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
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string file, Diagnostic diagnostic, SarifFingerprints fingerprints)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, diagnostic.Id);
        json.WriteNumber("ruleIndex"u8, Rules.IndexOf(diagnostic.Descriptor));
        json.WriteString("level"u8, LevelOf(diagnostic.Severity));
        string path = diagnostic.Path.Length == 0 ? "" : $" ({TerminalText.Of(diagnostic.Path)})";
        WriteText(json, "message", $"{diagnostic.Message}{path}.");
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, SarifUri.Of(file));
        json.WriteEndObject();
        WriteRegion(json, diagnostic);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("primaryLocationLineHash"u8, fingerprints.Next(file, diagnostic));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        LinePosition start = diagnostic.Position;
        LinePosition end = diagnostic.Source.GetPosition(diagnostic.Span.End);
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, start.Line);
        json.WriteNumber("startColumn"u8, start.Column);
        json.WriteNumber("endLine"u8, end.Line);
        json.WriteNumber("endColumn"u8, end.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

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
