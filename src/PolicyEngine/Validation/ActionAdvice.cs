using PolicyEngine.Diagnostics;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on actions that do not exist, or on which this policy type has no say.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>,
/// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</see>.</remarks>
internal static class ActionAdvice
{
    /// <summary>Checks a pattern <c>service:name</c>; others name no service, or nothing at all.</summary>
    internal static void Check(ParseContext context, TextValue pattern, bool variables)
    {
        string text = pattern.Text;
        bool isVariable = variables && PatternTokens.HasVariable(text);
        if (isVariable || ActionForm.Classify(text, out _) != ActionFormKind.Named) return;
        if (context.Options.Actions is { } catalogue) CheckExistence(context, catalogue, pattern);
        if (context.Type == PolicyType.Resource && ActionsWithoutResource.CoverAllOf(text))
        {
            context.Report(Descriptors.ActionWithoutResource, pattern.Span, text);
        }

        if (context.Type == PolicyType.ResourceControl && !ServiceTables.Default.HasResourceControl(text))
        {
            context.Report(Descriptors.ActionOutsideRcp, pattern.Span, text);
        }
    }

    private static void CheckExistence(ParseContext context, ActionCatalogue catalogue, TextValue pattern)
    {
        string text = pattern.Text;
        string service = text[..text.IndexOf(':', StringComparison.Ordinal)];
        if (!catalogue.HasService(service)) context.Report(Descriptors.NoSuchService, pattern.Span, service, text);
        else if (!catalogue.Contains(text)) context.Report(Descriptors.NoSuchAction, pattern.Span, text);
    }
}
