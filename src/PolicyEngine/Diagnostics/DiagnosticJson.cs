using System.Text.Json;

namespace PolicyEngine.Diagnostics;

/// <summary>Writes diagnostics as JSON.</summary>
internal static class DiagnosticJson
{
    /// <summary>The member <c>diagnostics</c>, into an object that is open.</summary>
    internal static void WriteArray(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics"u8);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStartObject();
            WriteMembers(json, diagnostic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The members of a diagnostic, into an object that is open.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteString("id"u8, diagnostic.Id);
        json.WriteString("severity"u8, DiagnosticFormatter.NameOf(diagnostic.Severity));
        json.WriteString("message"u8, diagnostic.Message);
        json.WriteString("path"u8, diagnostic.Path);
        WritePosition(json, diagnostic.Source, diagnostic.Span);
    }

    /// <summary>The place in the text of the policy, 1-based; null where the policy has no text, or not that place in it.</summary>
    internal static void WritePosition(Utf8JsonWriter json, PolicyText? source, TextSpan span)
    {
        if (source is null || span.Start > source.Length)
        {
            json.WriteNull("line"u8);
            json.WriteNull("column"u8);
            return;
        }

        LinePosition position = source.GetPosition(span.Start);
        json.WriteNumber("line"u8, position.Line);
        json.WriteNumber("column"u8, position.Column);
    }
}
