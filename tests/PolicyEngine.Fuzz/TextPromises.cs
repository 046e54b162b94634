using System.Collections.Immutable;
using static PolicyEngine.Fuzz.BrokenPromiseException;

namespace PolicyEngine.Fuzz;

/// <summary>What holds of findings in any text.</summary>
internal static class TextPromises
{
    /// <summary>A value or errors, a bounded number of findings, spans inside their texts, and lines that nothing forges.</summary>
    internal static void Check(ImmutableArray<Diagnostic> findings, bool hasValue, int most = 101)
    {
        ThrowUnless(hasValue != findings.Any(static d => d.Severity == DiagnosticSeverity.Error), "a value or errors");
        ThrowUnless(findings.Length <= most, "few findings");
        foreach (Diagnostic finding in findings)
        {
            ThrowUnless(finding.Span.Start >= 0 && finding.Span.Length >= 0 && finding.Span.End <= finding.Source.Length, $"the span {finding.Span} of {finding.Id} lies in the text");
            ThrowUnless(!finding.Message.Any(char.IsControl), $"no control character in the message of {finding.Id}");
            ThrowUnless(!finding.ToString().Any(char.IsControl), $"no control character in the line of {finding.Id}");
            ThrowUnless(!DiagnosticFormatter.FormatSnippet(finding).Any(static c => char.IsControl(c) && c is not ('\n' or '\t')), $"no control character in the snippet of {finding.Id}");
        }
    }
}
