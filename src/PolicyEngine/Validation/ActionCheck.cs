using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks the texts of Action and NotAction.</summary>
internal static class ActionCheck
{
    internal static void Check(ParseContext context, ActionElement element, bool variables, bool mayNameNoService)
    {
        bool needsService = context.Type == PolicyType.ResourceControl && !mayNameNoService;
        PatternListCheck.PatternCheck check = needsService
            ? static (own, pattern, vars) => CheckPattern(own, pattern, vars, needsService: true)
            : static (own, pattern, vars) => CheckPattern(own, pattern, vars, needsService: false);
        PatternListCheck.Check(context, element.Name, element.Patterns, variables, check);
    }

    private static void CheckPattern(ParseContext context, TextValue pattern, bool variables, bool needsService)
    {
        ActionFormKind kind = ActionFormKind.Named;
        if (!ActionForm.IsPlain(pattern.Text) && !CheckForm(context, pattern, variables, out kind)) return;
        bool isOutsideSts = kind == ActionFormKind.Named && !pattern.Text.StartsWith("sts:", StringComparison.OrdinalIgnoreCase);
        if (context.Type == PolicyType.Trust && isOutsideSts) context.Report(Descriptors.ActionNotSts, pattern.Span, pattern.Text);
        if (needsService && kind == ActionFormKind.Any) context.Report(Descriptors.ActionTooBroad, pattern.Span, pattern.Text, context.TypeName);
    }

    /// <summary>Checks how a text is written; false for a variable, of which nothing else can be said.</summary>
    private static bool CheckForm(ParseContext context, TextValue pattern, bool variables, out ActionFormKind kind)
    {
        string text = pattern.Text;
        kind = ActionForm.Classify(text, out string fault);
        if (variables && PatternTokens.HasVariable(text))
        {
            context.Report(Descriptors.VariableNotSupported, pattern.Span, text, "an action");
            return false;
        }

        if (kind == ActionFormKind.Malformed) context.Report(Descriptors.ActionForm, pattern.Span, text, fault);
        else if (kind == ActionFormKind.PrefixWildcard) context.ReportTolerated(Descriptors.ActionPrefixWildcard, pattern.Span, text);
        return true;
    }
}
