using System.Buffers;
using System.Collections.Immutable;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on actions that do not exist, or on which this policy type has no say.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>,
/// <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</see>.</remarks>
internal static class ActionAdvice
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\r\n<[{");

    /// <summary>Checks a pattern <c>service:name</c>; others name no service, or nothing at all.</summary>
    internal static void Check(AdviceContext context, TextValue pattern, bool isExcluded)
    {
        string text = pattern.Text;
        bool isVariable = context.HasVariables && PatternTokens.HasVariable(text);
        if (isVariable || !IsNamed(text)) return;
        if (!text.AsSpan().ContainsAny(NotInNames)) CheckExistence(context, pattern, isExcluded);
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

    /// <summary>An action that does not exist; one of a NotAction excludes nothing. Blanks are told of as such, and brackets are of somebody's template.</summary>
    private static void CheckExistence(AdviceContext context, TextValue pattern, bool isExcluded)
    {
        string text = pattern.Text;
        string service = text[..text.IndexOf(':', StringComparison.Ordinal)];
        ActionCatalogue? own = context.Options.Actions;
        bool isService = own is null ? context.Catalogue.FindService(service) is not null : own.HasService(service);
        bool isAction = own is null ? context.Catalogue.HasMatch(text) : own.Contains(text);
        if (isAction) return;
        bool isRetired = own is null && context.Catalogue.IsRetired(isService ? text : service);
        DiagnosticSeverity severity = isExcluded || isRetired ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning;
        ImmutableArray<string> nearest = own is null && !isRetired && context.HasRoom ? context.Catalogue.Nearest(isService ? text : service) : [];
        string? mended = nearest.Length == 1 && !text.AsSpan().ContainsAny('*', '?') ? isService ? nearest[0] : nearest[0] + text[service.Length..] : null;
        FindingDetail detail = new()
        {
            Help = isRetired ? "Remove it, unless it is kept for a service that you still use." : NearestHelp.Of(nearest),
            Fix = mended is null ? null : TextEdits.Replace(context.Source, pattern.Span, mended),
        };
        if (!isService) context.Find(AdviceDescriptors.NoSuchService, severity, pattern.Span, detail, service, text, isRetired ? "is no longer offered" : "is no service prefix of the catalogue");
        else context.Find(AdviceDescriptors.NoSuchAction, severity, pattern.Span, detail, text, isRetired ? "is no longer an action of its service" : isExcluded ? "names no action of the catalogue and excludes nothing" : "names no action of the catalogue");
    }
}
