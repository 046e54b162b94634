using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on actions that do not exist, or on which this policy type has no say.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>,
/// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</see>.</remarks>
internal static class ActionAdvice
{
    /// <summary>True where there is anything to say about actions: with a catalogue, and in the policies on which some actions have no say.</summary>
    internal static bool HasAny(AdviceContext context) => context.Options.Actions is not null || context.Type is PolicyType.Resource or PolicyType.ResourceControl;

    /// <summary>Checks a pattern <c>service:name</c>; others name no service, or nothing at all.</summary>
    internal static void Check(AdviceContext context, TextValue pattern)
    {
        string text = pattern.Text;
        bool isVariable = context.HasVariables && PatternTokens.HasVariable(text);
        if (isVariable || !IsNamed(text)) return;
        if (context.Options.Actions is { } catalogue) CheckExistence(context, catalogue, pattern);
        if (context.Type == PolicyType.Resource && ServiceProfiles.FindNoExistingResource(text) is { } fact) context.Report(AdviceDescriptors.ActionWithoutResource, pattern.Span, text, fact.AsOf);
        if (context.Type == PolicyType.ResourceControl && !context.Options.Services.HasResourceControl(text))
        {
            context.Report(AdviceDescriptors.ActionOutsideRcp, pattern.Span, text, context.Options.Services.AsOf);
        }
    }

    /// <summary>Tells whether an action pattern names every action of every service.</summary>
    internal static bool IsAny(string pattern) => ActionForm.Classify(pattern, out _) == ActionFormKind.Any;

    /// <summary>Tells whether an action pattern names actions of one service.</summary>
    internal static bool IsNamed(string pattern) => ActionForm.Classify(pattern, out _) == ActionFormKind.Named;

    /// <summary>Tells whether an element names actions of these services and no others.</summary>
    internal static bool AreAllOf(ActionElement? actions, params ReadOnlySpan<string> services)
    {
        if (actions is not { IsNegated: false }) return false;
        foreach (TextValue pattern in actions.Patterns)
        {
            bool isOfAny = false;
            foreach (string service in services) isOfAny |= pattern.Text.StartsWith($"{service}:", StringComparison.OrdinalIgnoreCase);
            if (!isOfAny) return false;
        }

        return true;
    }

    private static void CheckExistence(AdviceContext context, ActionCatalogue catalogue, TextValue pattern)
    {
        string text = pattern.Text;
        string service = text[..text.IndexOf(':', StringComparison.Ordinal)];
        if (!catalogue.HasService(service)) context.Report(AdviceDescriptors.NoSuchService, pattern.Span, service, text);
        else if (!catalogue.Contains(text)) context.Report(AdviceDescriptors.NoSuchAction, pattern.Span, text);
    }
}
