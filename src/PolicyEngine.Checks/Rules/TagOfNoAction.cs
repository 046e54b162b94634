using System.Collections.Immutable;
using PolicyEngine.Catalogue;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of conditions on tags that the services of some actions do not send.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class TagOfNoAction
{
    private const int Shown = 3;

    private static readonly DiagnosticDescriptor Unsent = new(
        "PE6041", "C-58", DiagnosticSeverity.Warning, "Tag that the actions do not have",
        "'{0}' on '{1}': {2} (catalogue of {3})",
        "Make it a statement of its own for the actions that have the key.");

    internal static CheckRule Rule { get; } = new(Unsent) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement is not { Action: { } action, Effect: { } effect }) return;
        foreach (ConditionTest test in statement.Tests)
        {
            bool isOfTag = test.Entry.Key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase) || test.Entry.Key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase);
            bool counts = isOfTag && test.IsOfValue && !test.Operator.IsNegated && !test.Operator.IfExists && test.Operator.Qualifier != SetQualifier.ForAllValues;
            if (counts) Check(context, test, action, effect);
        }
    }

    private static void Check(AdviceContext context, ConditionTest test, ActionElement action, Effect effect)
    {
        DiagnosticSeverity severity = effect == Effect.Deny ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
        string head = effect == Effect.Deny ? "DENY" : "ALLOW";
        string end = effect == Effect.Deny ? "the Deny never applies to" : "the Allow never applies to";
        if (action.IsNegated)
        {
            context.FindAt(test, Unsent, severity, $"{head}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", test.Name, test.Entry.Key, $"{end} those of all other actions whose service does not send the key", context.Catalogue.AsOf);
            return;
        }

        string[] lacking = [.. action.Patterns.Select(static pattern => pattern.Text).Where(text => !ActionAdvice.IsAny(text) && LacksKey(context, text, test.Entry.Key)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (lacking.Length == 0) return;
        string names = string.Join(", ", lacking.Take(Shown).Select(static name => $"'{name}'"));
        string all = lacking.Length > Shown ? $"{names} and {lacking.Length - Shown} more" : names;
        context.FindAt(test, Unsent, severity, $"{head}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", test.Name, test.Entry.Key, $"{end} {all}, which do not have the key", context.Catalogue.AsOf);
    }

    /// <summary>True for an entry that names actions of which none has the key.</summary>
    private static bool LacksKey(AdviceContext context, string pattern, string key)
    {
        ImmutableArray<CatalogueAction> actions = context.Catalogue.Expand(pattern);
        return !actions.IsEmpty && actions.All(action => context.Catalogue.Offers(action.FullName, key) != KeyOffer.Yes);
    }
}
