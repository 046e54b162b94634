using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks texts that hold policy variables, in documents that have variables.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal static class VariableCheck
{
    /// <summary>Reports the first malformed variable of a text.</summary>
    internal static void Check(ParseContext context, TextSpan span, string text)
    {
        if (PatternTokens.FindFault(text) is { } fault) context.ReportTolerated(Descriptors.VariableSyntax, span, text, fault);
    }
}
