using System.Text.Json;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes diagnostics as JSON.</summary>
internal static class DiagnosticJson
{
    /// <summary>The members of a diagnostic, into an object that is open.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        LinePosition position = diagnostic.Position;
        json.WriteString("id"u8, diagnostic.Id);
        json.WriteString("severity"u8, NameOf(diagnostic.Severity));
        json.WriteString("message"u8, diagnostic.Message);
        json.WriteString("path"u8, diagnostic.Path);
        json.WriteNumber("line"u8, position.Line);
        json.WriteNumber("column"u8, position.Column);
    }

    /// <summary>The name of a severity.</summary>
    internal static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
