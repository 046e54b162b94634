using PolicyEngine.Language;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>Compiles one key of a condition. A new operator family is a new case here and a new test in Matching.</summary>
internal static class ConditionCompiler
{
    internal static ConditionMatcher Compile(ConditionOperator op, ConditionEntry entry, bool variables)
    {
        List<string> texts = [];
        bool hasUnsupportedVariable = false;
        foreach (ConditionValue value in entry.Values)
        {
            if (variables && !op.TakesVariables && PatternTokens.HasVariable(value.Text)) hasUnsupportedVariable = true;
            else texts.Add(value.Text);
        }

        if (op.Kind == ConditionOperatorKind.Null) return new ConditionMatcher(entry.Key, op, new NullMatcher(op.Qualifier, [.. entry.Values.Select(static v => v.Text)]));
        ValueMatcher? values = entry.Values.Count == 0 ? null : CompileValues(op, texts, variables);
        if (hasUnsupportedVariable) values = new ValueMatcher.UnsupportedVariable(values!);
        return new ConditionMatcher(entry.Key, op, values);
    }

    private static ValueMatcher CompileValues(ConditionOperator op, List<string> texts, bool variables) => op.Family switch
    {
        OperatorFamily.String when op.Kind is ConditionOperatorKind.StringEqualsIgnoreCase or ConditionOperatorKind.StringNotEqualsIgnoreCase =>
            new StringIgnoringCaseMatcher([.. texts.Select(text => TextPattern.Compile(text, op.TakesWildcards, variables))]),
        OperatorFamily.String => new StringMatcher([.. texts.Select(text => TextPattern.Compile(text, op.TakesWildcards, variables))]),
        OperatorFamily.Numeric => new OrderedMatcher<DecimalNumber>(texts, OrderOf(op.Kind), static (text, out value) => DecimalNumber.TryParse(text, out value)),
        OperatorFamily.Date => new OrderedMatcher<PolicyInstant>(texts, OrderOf(op.Kind), static (text, out value) => PolicyInstant.TryParse(text, out value)),
        OperatorFamily.Boolean => new BooleanMatcher(texts),
        OperatorFamily.Binary => new BinaryMatcher(texts),
        OperatorFamily.IpAddress => new IpAddressMatcher(texts),
        _ => new ArnMatcher([.. texts.Select(text => new ArnValue(text, variables))]),
    };

    private static Order OrderOf(ConditionOperatorKind kind) => kind switch
    {
        ConditionOperatorKind.NumericLessThan or ConditionOperatorKind.DateLessThan => Order.Less,
        ConditionOperatorKind.NumericLessThanEquals or ConditionOperatorKind.DateLessThanEquals => Order.LessOrEqual,
        ConditionOperatorKind.NumericGreaterThan or ConditionOperatorKind.DateGreaterThan => Order.Greater,
        ConditionOperatorKind.NumericGreaterThanEquals or ConditionOperatorKind.DateGreaterThanEquals => Order.GreaterOrEqual,
        _ => Order.Equal,
    };
}
