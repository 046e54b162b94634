using PolicyEngine.Language;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>Compiles one key of a condition. A new operator family is a new case here and a new test in Matching.</summary>
internal static class ConditionCompiler
{
    internal static KeyMatcher Compile(ConditionOperator op, ConditionEntry entry, bool variables)
    {
        List<string> texts = [];
        bool hasUnsupportedVariable = false;
        foreach (ConditionValue value in entry.Values)
        {
            if (variables && !op.TakesVariables && PatternTokens.HasVariable(value.Text)) hasUnsupportedVariable = true;
            else texts.Add(value.Text);
        }

        if (op.Kind == ConditionOperatorKind.Null) return new KeyMatcher(entry.Key, op, new NullTest(op.Qualifier, [.. entry.Values.Select(static v => v.Text)]));
        ValueTest? test = entry.Values.Count == 0 ? null : CompileTest(op, texts, variables);
        if (hasUnsupportedVariable) test = new UnsupportedVariableTest(test!);
        return new KeyMatcher(entry.Key, op, test);
    }

    private static ValueTest CompileTest(ConditionOperator op, List<string> texts, bool variables) => op.Family switch
    {
        OperatorFamily.String when op.Kind is ConditionOperatorKind.StringEqualsIgnoreCase or ConditionOperatorKind.StringNotEqualsIgnoreCase =>
            new IgnoringCaseTest([.. texts.Select(text => TextPattern.Compile(text, op.TakesWildcards, variables))]),
        OperatorFamily.String => new StringTest([.. texts.Select(text => TextPattern.Compile(text, op.TakesWildcards, variables))]),
        OperatorFamily.Numeric => new OrderedTest<DecimalNumber>(texts, OrderOf(op.Kind), OrderedReaders.ReadNumber),
        OperatorFamily.Date => new OrderedTest<PolicyInstant>(texts, OrderOf(op.Kind), OrderedReaders.ReadInstant),
        OperatorFamily.Boolean => new BooleanTest(texts),
        OperatorFamily.Binary => new BinaryTest(texts),
        OperatorFamily.IpAddress => new IpAddressTest(texts),
        _ => new ArnTest([.. texts.Select(text => new ArnValue(text, variables))]),
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
