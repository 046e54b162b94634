using PolicyEngine.Catalogue;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of ARNs that are compared as texts, where a wildcard passes the borders of their parts.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class LikeOnArnKey
{
    private static readonly DiagnosticDescriptor Like = new(
        "PE6035", "C-20, L-160", DiagnosticSeverity.Warning, "StringLike on a key that holds ARNs",
        "'{0}' compares '{1}' as a text, so that a wildcard can pass the colons of the ARN",
        "Use ArnLike or ArnNotLike.");

    internal static CheckRule Rule { get; } = new(Like) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            bool isLike = test.Operator.Kind is ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike;
            if (!isLike || !HoldsArns(context, test.Entry.Key) || !test.Entry.Values.Any(static value => ValueText.IsOpen(value.Text) && !ValueText.IsStars(value.Text))) continue;
            bool areArns = test.Entry.Values.All(value => ArnParts.IsPattern(value.Text, context.HasVariables));
            string name = test.Name.Replace("String", "Arn", StringComparison.Ordinal);
            FindingFix? fix = areArns ? TextEdits.RenameOperator(context.Source, test, name) : null;
            context.FindAt(test, Like, new FindingDetail { Code = "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", Fix = fix }, test.Name, test.Entry.Key);
        }
    }

    private static bool HoldsArns(AdviceContext context, string key) =>
        ConditionKeys.Find(key) is { } known ? known.Type == ConditionKeyType.Arn : context.Catalogue.FindKey(key)?.Type == CatalogueKeyType.Arn;
}
