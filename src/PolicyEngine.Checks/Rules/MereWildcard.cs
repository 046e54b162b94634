using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values that every text matches, so that the condition is about whether the key is there, or about nothing.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class MereWildcard
{
    private static readonly DiagnosticDescriptor IsThere = new(
        "PE6084", "C-59", DiagnosticSeverity.Information, "Condition that asks whether a key is there",
        "'{0}' on '{1}' with the value '{2}' is true whenever the request has the key",
        "Write \"Null\": {\"key\": \"false\"}, which says so.");

    private static readonly DiagnosticDescriptor IsMissing = new(
        "PE6085", "C-59", DiagnosticSeverity.Information, "Condition that asks whether a key is missing",
        "'{0}' on '{1}' with the value '{2}' is true whenever the request lacks the key",
        "Write \"Null\": {\"key\": \"true\"}, which says so.");

    private static readonly DiagnosticDescriptor IsTrue = new(
        "PE6086", "C-59", DiagnosticSeverity.Information, "Condition that is always true",
        "'{0}' on '{1}' with the value '{2}' is always true",
        "Remove it.");

    private static readonly DiagnosticDescriptor IsFalse = new(
        "PE6087", "C-59", DiagnosticSeverity.Warning, "Statement that never applies",
        "'{0}' on '{1}' with the value '{2}' is never true, so that the statement never applies",
        "Remove the statement, or the condition.");

    internal static CheckRule Rule { get; } = new(IsThere, IsMissing, IsTrue, IsFalse)
    {
        Statement = static (context, statement) =>
        {
            foreach (ConditionTest test in statement.Tests) Check(context, test);
        },
    };

    private static void Check(AdviceContext context, ConditionTest test)
    {
        bool isLike = test.Operator.Kind == ConditionOperatorKind.StringLike;
        bool isNotLike = test.Operator.Kind == ConditionOperatorKind.StringNotLike;
        if (!(isLike || isNotLike) || test.Entry.Values.FirstOrDefault(static value => ValueText.IsStars(value.Text)) is not { } stars) return;
        bool isPlain = test.Operator.Qualifier == SetQualifier.None;
        bool isAlwaysThere = isPlain && PresentKeys.IsInEveryRequest(context.Type, test.Entry.Key);
        (DiagnosticDescriptor descriptor, string code) = isLike
            ? isAlwaysThere || test.Operator.IfExists || test.Operator.Qualifier == SetQualifier.ForAllValues ? (IsTrue, "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION") : (IsThere, "EQUIVALENT_TO_NULL_FALSE")
            : isAlwaysThere || test.Operator.Qualifier == SetQualifier.ForAnyValue ? (IsFalse, "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION") : (IsMissing, "EQUIVALENT_TO_NULL_TRUE");
        bool isSame = isPlain && !test.Operator.IfExists && (descriptor == IsThere || descriptor == IsMissing);
        FindingFix? fix = isSame ? FixOf(context, test, descriptor == IsThere ? "false" : "true") : null;
        context.FindAt(test, descriptor, new FindingDetail { Code = code, Fix = fix }, test.Name, test.Entry.Key, stars.Text);
    }

    /// <summary>The same for requests with one value; a request with several has the key, and a plain operator cannot compare them.</summary>
    private static FindingFix? FixOf(AdviceContext context, ConditionTest test, string value)
    {
        if (test.Entry.Values.Count != 1 || TextEdits.RenameOperator(context.Source, test, "Null") is not { } renamed) return null;
        return TextEdits.Replace(context.Source, test.Entry.Values[0].Span, value) is { } replaced ? new FindingFix(keepsMeaning: false, [.. renamed.Edits, .. replaced.Edits]) : null;
    }
}
