using System.Text.Json;
using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Output;

/// <summary>What a SARIF report says of the rules beside their names.</summary>
internal static class SarifRules
{
    /// <summary>True for a kind of finding that a profile can tell.</summary>
    internal static bool IsOf(CheckProfile profile, DiagnosticDescriptor descriptor) => profile switch
    {
        CheckProfile.Review => true,
        CheckProfile.Aws => descriptor.DefaultSeverity == DiagnosticSeverity.Error || CodesOf(descriptor).Any(),
        _ => !CheckRules.IsForReview(descriptor),
    };

    /// <summary>The codes of AWS that the kind can stand for, and a tag for what is a hole.</summary>
    internal static void WriteProperties(Utf8JsonWriter json, DiagnosticDescriptor descriptor)
    {
        AwsIssueCode[] codes = [.. CodesOf(descriptor)];
        bool isSecurity = descriptor.Id.StartsWith("PE61", StringComparison.Ordinal) || codes.Any(static code => code.Type == AwsFindingType.SecurityWarning);
        if (codes.Length == 0 && !isSecurity) return;
        json.WriteStartObject("properties"u8);
        if (isSecurity) WriteArray(json, "tags", ["security"]);
        if (codes.Length > 0) WriteArray(json, "codes", codes.Select(static code => code.Name));
        json.WriteEndObject();
    }

    private static IEnumerable<AwsIssueCode> CodesOf(DiagnosticDescriptor descriptor) => AwsIssueCodes.All.Where(code => code.Ids.Contains(descriptor.Id, StringComparer.Ordinal));

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
