using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of several limits of which only one counts.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class IdleNumbers
{
    private static readonly DiagnosticDescriptor Idle = new(
        "PE6083", "C-20", DiagnosticSeverity.Information, "Limit that does not count",
        "'{0}' on '{1}' has several values, and {2} alone counts",
        "Keep that value.");

    internal static CheckRule Rule { get; } = new(Idle) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            bool isBelow = test.Operator.Kind is ConditionOperatorKind.NumericLessThan or ConditionOperatorKind.NumericLessThanEquals;
            bool isAbove = test.Operator.Kind is ConditionOperatorKind.NumericGreaterThan or ConditionOperatorKind.NumericGreaterThanEquals;
            SyntaxList<ConditionValue> values = test.Entry.Values;
            if (!(isBelow || isAbove) || values.Count < 2 || FindOne(values, isBelow) is not { } kept) continue;
            TextSpan all = TextSpan.FromBounds(values[0].Span.Start, values[^1].Span.End);
            FindingFix? fix = all.End <= context.Source.Length && all.Length > 0 ? new FindingFix(keepsMeaning: true, new TextEdit(all, context.Source.Slice(kept.Span))) : null;
            context.FindAt(test, Idle, new FindingDetail { Code = "REDUNDANT_CONDITION_VALUE_NUM", Fix = fix }, test.Name, test.Entry.Key, kept.Text);
        }
    }

    /// <summary>The greatest or the least value; null where one is no number.</summary>
    private static ConditionValue? FindOne(SyntaxList<ConditionValue> values, bool isGreatest)
    {
        ConditionValue? kept = null;
        DecimalNumber best = default;
        foreach (ConditionValue value in values)
        {
            if (!DecimalNumber.TryParse(value.Text, out DecimalNumber number)) return null;
            bool isBetter = kept is null || (isGreatest ? number.CompareTo(best) > 0 : number.CompareTo(best) < 0);
            if (!isBetter) continue;
            (kept, best) = (value, number);
        }

        return kept;
    }
}
