using System.Text.Json;
using PolicyEngine.Checks;
using PolicyEngine.Diagnostics;
using PolicyEngine.Language;

namespace PolicyEngine.Cli.Output;

/// <summary>Findings for programs: one array.</summary>
/// <param name="console">Where they go.</param>
/// <param name="type">What the policies are attached to.</param>
internal sealed class JsonCheckReport(CliConsole console, PolicyType type) : ICheckReport
{
    private bool hasFindings;

    /// <inheritdoc/>
    public void Add(string file, Finding finding)
    {
        console.Output.Write(hasFindings ? ",\n" : "[\n");
        hasFindings = true;
        console.Output.Write(JsonText.Write(json =>
        {
            LinePosition end = finding.Source.GetPosition(finding.Span.End);
            json.WriteStartObject();
            json.WriteString("file"u8, file);
            DiagnosticJson.WriteMembers(json, finding.Diagnostic);
            json.WriteNumber("endLine"u8, end.Line);
            json.WriteNumber("endColumn"u8, end.Column);
            json.WriteNumber("offset"u8, finding.Span.Start);
            json.WriteNumber("endOffset"u8, finding.Span.End);
            if (finding.Code is { } code) json.WriteString("code"u8, code);
            if (finding.AwsType is { } rank) json.WriteString("awsType"u8, ValidatePolicyWords.Of(rank));
            json.WriteString("rule"u8, finding.Descriptor.Rule);
            json.WriteString("help"u8, finding.Help);
            json.WriteString("helpUri"u8, finding.Descriptor.HelpUri.AbsoluteUri);
            json.WriteString("link"u8, finding.Link.AbsoluteUri);
            WriteFix(json, finding);
            WriteRelated(json, finding);
            json.WriteString("policyType"u8, PolicyTypeNames.NameOf(type));
            json.WriteEndObject();
        }));
    }

    /// <inheritdoc/>
    public void Complete() => console.Output.Write(hasFindings ? "\n]\n" : "[]\n");

    private static void WriteFix(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Fix is not { } fix) return;
        json.WriteStartArray("fix"u8);
        foreach (TextEdit edit in fix.Edits)
        {
            json.WriteStartObject();
            json.WriteNumber("offset"u8, edit.Span.Start);
            json.WriteNumber("endOffset"u8, edit.Span.End);
            json.WriteString("newText"u8, edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelated(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Related.IsEmpty) return;
        json.WriteStartArray("related"u8);
        foreach (RelatedPlace place in finding.Related)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, place.Path);
            DiagnosticJson.WritePosition(json, finding.Source, place.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
