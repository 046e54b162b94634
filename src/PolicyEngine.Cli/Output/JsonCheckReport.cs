using PolicyEngine.Diagnostics;

namespace PolicyEngine.Cli.Output;

/// <summary>Findings for programs: one array.</summary>
internal sealed class JsonCheckReport(CliConsole console) : ICheckReport
{
    private bool hasFindings;

    /// <inheritdoc/>
    public void Add(string file, Diagnostic diagnostic)
    {
        console.Output.Write(hasFindings ? ",\n" : "[\n");
        hasFindings = true;
        console.Output.Write(JsonText.Write(json =>
        {
            LinePosition end = diagnostic.Source.GetPosition(diagnostic.Span.End);
            json.WriteStartObject();
            json.WriteString("file"u8, file);
            DiagnosticJson.WriteMembers(json, diagnostic);
            json.WriteNumber("endLine"u8, end.Line);
            json.WriteNumber("endColumn"u8, end.Column);
            json.WriteString("rule"u8, diagnostic.Descriptor.Rule);
            json.WriteString("help"u8, diagnostic.Descriptor.Help);
            json.WriteString("helpUri"u8, diagnostic.Descriptor.HelpUri.AbsoluteUri);
            json.WriteEndObject();
        }));
    }

    /// <inheritdoc/>
    public void Complete() => console.Output.Write(hasFindings ? "\n]\n" : "[]\n");
}
