using PolicyEngine.Catalogue;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of condition keys of a service that requests for some of the actions do not have.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class KeyOfOtherActions
{
    private const int Shown = 3;

    private static readonly DiagnosticDescriptor Lacking = new(
        "PE6033", "C-53", DiagnosticSeverity.Information, "Key that an action does not have",
        "The published list of {0} does not have the key '{1}' (catalogue of {2})",
        "Make it a statement of its own for the actions that have the key.");

    internal static CheckRule Rule { get; } = new(Lacking) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Action is not { IsNegated: false } action) return;
        foreach (ConditionTest test in statement.Tests)
        {
            string key = test.Entry.Key;
            bool isOfService = test.IsOfValue && !test.Operator.IfExists && ValueText.IsPlain(key) && !key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) && ConditionKeys.Find(key) is null;
            if (!isOfService) continue;
            string[] lacking = [.. action.Patterns.Select(static pattern => pattern.Text).Where(static text => ValueText.IsPlain(text)).Where(text => context.Catalogue.Offers(text, key) == KeyOffer.No)];
            if (lacking.Length == 0) continue;
            string names = string.Join(", ", lacking.Take(Shown).Select(static name => $"'{name}'"));
            context.FindAt(test, Lacking, "UNSUPPORTED_ACTION_FOR_CONDITION_KEY", lacking.Length > Shown ? $"{names} and {lacking.Length - Shown} more" : names, key, context.Catalogue.AsOf);
        }
    }
}
