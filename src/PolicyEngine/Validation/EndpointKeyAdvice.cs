using PolicyEngine.Diagnostics;
using PolicyEngine.Facts;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on keys of endpoints that the services of the named actions never send.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class EndpointKeyAdvice
{
    private const int ShownActions = 3;

    internal static void Check(ParseContext context, in StatementDraft statement, ConditionBlock condition)
    {
        if (statement.Action is not { IsNegated: false } action || statement.Effect is not { } effect) return;
        List<ConditionTest>? tests = null;
        bool hasClassic = false;
        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries)
            {
                if (NetworkKeys.IsNewer(entry.Key)) (tests ??= []).Add(new ConditionTest(clause.Operator, entry));
                hasClassic |= NetworkKeys.IsClassic(entry.Key);
            }
        }

        if (tests is null) return;

        // AWS: the tests of a condition are all needed, so that one key which is sent, or must be there, guards the call.
        bool isGuarded = hasClassic || tests.Exists(static test => MissingKey.IsFalse(test.Op, test.Entry));
        foreach (ConditionTest test in tests)
        {
            if (MissingKey.IsFalse(test.Op, test.Entry)) Report(context, effect, test, action, tests: [test]);
        }

        int first = isGuarded ? -1 : tests.FindIndex(static test => MissingKey.IsTrue(test.Op, test.Entry));
        if (first >= 0) Report(context, effect, tests[first], action, tests);
    }

    private static void Report(ParseContext context, Effect effect, ConditionTest test, ActionElement action, List<ConditionTest> tests)
    {
        bool isTrue = MissingKey.IsTrue(test.Op, test.Entry);
        DiagnosticDescriptor descriptor = (effect, isTrue) switch
        {
            (Effect.Deny, true) => Descriptors.EndpointKeyNeverSent,
            (Effect.Allow, false) => Descriptors.EndpointKeyNeverTrue,
            _ => Descriptors.EndpointKeyGuardsNothing,
        };
        List<string> unsent = [];
        foreach (TextValue pattern in action.Patterns)
        {
            if (StatementActions.IsAny(pattern.Text))
            {
                bool isGrave = descriptor == Descriptors.EndpointKeyNeverSent;
                context.ReportEntry(
                    descriptor, isGrave ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information, test.Op, test.Entry,
                    $"every service among '{pattern.Text}' that does not send the key");
                return;
            }

            bool isUnsent = StatementActions.IsNamed(pattern.Text) && !tests.Exists(t => ServiceTables.Default.SendsEndpointKey(t.Entry.Key, pattern.Text));
            if (isUnsent) unsent.Add(pattern.Text);
        }

        if (unsent.Count == 0) return;
        string names = string.Join(", ", unsent.Take(ShownActions).Select(static name => $"'{name}'"));
        string rest = unsent.Count > ShownActions ? $" and {unsent.Count - ShownActions} more" : "";
        context.ReportEntry(descriptor, DiagnosticSeverity.Warning, test.Op, test.Entry, $"{names}{rest}, whose service does not send the key");
    }
}
