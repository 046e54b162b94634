using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows for some attributes of a table that a caller passes by asking for all of them.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class AttributesWithoutSelect
{
    private static readonly DiagnosticDescriptor Select = new(
        "PE6044", "C-20", DiagnosticSeverity.Warning, "Attributes without Select",
        "'{0}' limits the attributes that a request names, and a request that names none reads all",
        "Add \"StringEqualsIfExists\": {\"dynamodb:Select\": \"SPECIFIC_ATTRIBUTES\"}.");

    internal static CheckRule Rule { get; } = new(Select) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        bool isGrant = context.Type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ScopeDown or PolicyType.Resource;
        if (!isGrant || !statement.Allows || statement.Tests.Exists(IsSelection)) return;
        foreach (ConditionTest test in statement.Tests)
        {
            bool isHole = test.IsOfValue && test.IsOn("dynamodb:Attributes") && ActionCoverage.CoversAny(statement.Action, "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan");
            if (isHole) context.FindAt(test, Select, "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", test.Entry.Key);
        }
    }

    private static bool IsSelection(ConditionTest test) =>
        test.Operator.Kind == ConditionOperatorKind.StringEquals && test.IsOn("dynamodb:Select") && test.Entry.Values.Any(static value => value.Text == "SPECIFIC_ATTRIBUTES");
}
