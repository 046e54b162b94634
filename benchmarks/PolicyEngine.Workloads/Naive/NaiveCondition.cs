using System.Globalization;
using System.Net;
using PolicyEngine.Syntax;

namespace PolicyEngine.Workloads.Naive;

/// <summary>Conditions by reading the values of policy and request anew each time.</summary>
internal static class NaiveCondition
{
    internal static bool Holds(ConditionOperator op, ConditionEntry entry, NaiveRequest request)
    {
        request.Context.TryGetValue(entry.Key, out string[]? own);
        if (op.Kind == ConditionOperatorKind.Null) return (own is null) == (entry.Values[0].Text == "true");
        if (own is null) return op.IfExists || op.Qualifier == SetQualifier.ForAllValues || (op.Qualifier == SetQualifier.None && op.IsNegated);
        foreach (string value in own)
        {
            bool holds = MatchesAny(op, entry, value, request) != op.IsNegated;
            if (holds && op.Qualifier != SetQualifier.ForAllValues) return true;
            if (!holds && op.Qualifier == SetQualifier.ForAllValues) return false;
        }

        return op.Qualifier == SetQualifier.ForAllValues;
    }

    private static bool MatchesAny(ConditionOperator op, ConditionEntry entry, string own, NaiveRequest request)
    {
        foreach (ConditionValue value in entry.Values)
        {
            if (NaiveText.Expand(value.Text, request) is { } text && Matches(op.Kind, text, own)) return true;
        }

        return false;
    }

    private static bool Matches(ConditionOperatorKind kind, string value, string own) => kind switch
    {
        ConditionOperatorKind.StringEquals or ConditionOperatorKind.StringNotEquals => value == own,
        ConditionOperatorKind.StringEqualsIgnoreCase => string.Equals(value, own, StringComparison.OrdinalIgnoreCase),
        ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike or ConditionOperatorKind.ArnLike or ConditionOperatorKind.ArnNotLike => NaiveText.Glob(value, own),
        ConditionOperatorKind.Bool => string.Equals(value, own, StringComparison.OrdinalIgnoreCase),
        ConditionOperatorKind.NumericLessThan => Number(own) < Number(value),
        ConditionOperatorKind.NumericLessThanEquals => Number(own) <= Number(value),
        ConditionOperatorKind.DateLessThan => Date(own) < Date(value),
        ConditionOperatorKind.DateGreaterThan => Date(own) > Date(value),
        ConditionOperatorKind.IpAddress or ConditionOperatorKind.NotIpAddress => IPNetwork.Parse(value).Contains(IPAddress.Parse(own)),
        _ => throw new NotSupportedException(kind.ToString()),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
