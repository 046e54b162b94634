using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks the texts of Principal and NotPrincipal.</summary>
internal static class PrincipalCheck
{
    internal static void Check(ParseContext context, PrincipalElement element, Effect? effect)
    {
        context.Path.Push(element.Name);
        if (element.IsNegated && effect == Effect.Allow && context.Rules.Principal == PolicyTypeRules.PrincipalRule.Required)
        {
            context.ReportTolerated(Descriptors.NotPrincipalWithAllow, element.Span);
        }

        if (context.Rules.Principal == PolicyTypeRules.PrincipalRule.Everyone && !element.IsEveryone && !element.IsNegated)
        {
            context.Report(Descriptors.EveryoneRequired, element.Span, context.TypeName);
        }

        foreach (PrincipalGroup group in element.Groups)
        {
            context.Path.Push(PrincipalTypeNames.NameOf(group.Type));
            if (group.Type == PrincipalType.Federated && context.Type != PolicyType.Trust)
            {
                context.ReportTolerated(Descriptors.FederatedOutsideTrust, group.Span, context.TypeName);
            }

            for (int i = 0; i < group.Values.Count; i++)
            {
                context.PushItem(group.Values, i);
                CheckValue(context, group.Type, group.Values[i]);
                context.PopItem(group.Values);
            }

            context.Path.Pop();
        }

        context.Path.Pop();
    }

    private static void CheckValue(ParseContext context, PrincipalType type, TextValue value)
    {
        switch (PrincipalForm.Classify(type, value.Text))
        {
            case PrincipalFormKind.Variable:
                context.ReportTolerated(Descriptors.PrincipalVariable, value.Span, value.Text);
                break;
            case PrincipalFormKind.Wildcard:
                context.ReportTolerated(Descriptors.PrincipalWildcard, value.Span, value.Text);
                break;
            case PrincipalFormKind.Nobody:
                context.ReportTolerated(Descriptors.PrincipalForm, value.Span, value.Text, PrincipalTypeNames.NameOf(type));
                break;
            case PrincipalFormKind.Malformed:
                context.Report(Descriptors.PrincipalForm, value.Span, value.Text, PrincipalTypeNames.NameOf(type));
                break;
        }
    }
}
