using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks texts that hold policy variables where they are supported.</summary>
internal static class VariableCheck
{
    /// <summary>Reports malformed variables, and texts that would be variables under another Version; true when all are well-formed.</summary>
    internal static bool Check(ParseContext context, TextSpan span, string text, bool variables)
    {
        if (!variables)
        {
            context.Report(Descriptors.VariableTextIgnored, span, text);
            return false;
        }

        string? fault = PatternTokens.FindFault(text);
        if (fault is not null) context.ReportTolerated(Descriptors.VariableSyntax, span, text, fault);
        return fault is null;
    }
}
