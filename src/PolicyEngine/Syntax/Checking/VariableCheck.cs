using PolicyEngine.Diagnostics;
using PolicyEngine.Primitives;
using PolicyEngine.Syntax.Parsing;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Checking;

/// <summary>Checks policy variables where they are supported.</summary>
internal static class VariableCheck
{
    /// <summary>Reports malformed variables, and texts that would be variables under another Version; true when there is a well-formed one.</summary>
    internal static bool Check(ParseContext context, TextSpan span, string text, bool variables)
    {
        if (!PatternTokens.HasVariable(text)) return false;
        if (!variables)
        {
            context.Report(Descriptors.VariableTextIgnored, span, text);
            return false;
        }

        PatternTokens.Cut(text, wildcards: true, variables: true, out string? fault);
        if (fault is not null) context.ReportTolerated(Descriptors.VariableSyntax, span, text, fault);
        return fault is null;
    }
}
