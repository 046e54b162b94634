using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on keys of endpoints that the services of the named actions never send.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class EndpointKeyAdvice
{
    private const int ShownActions = 3;

    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement is not { Action: { IsNegated: false } action, Effect: { } effect }) return;
        ConditionTest[] tests = statement.Tests.FindAll(static test => ConditionKeys.IsOfSomeEndpoints(test.Entry.Key));
        if (tests.Length == 0) return;

        // AWS: the tests of a condition are all needed, so that one key which is sent, or must be there, guards the call.
        bool isGuarded = statement.Tests.Exists(static test => ConditionKeys.IsOfEveryEndpoint(test.Entry.Key));
        foreach (ConditionTest test in tests)
        {
            if (!test.IsFalseWhenMissing) continue;
            isGuarded = true;
            Report(context, effect, test, action, [test]);
        }

        int first = isGuarded ? -1 : Array.FindIndex(tests, static test => test.IsTrueWhenMissing);
        if (first >= 0) Report(context, effect, tests[first], action, tests);
    }

    private static void Report(AdviceContext context, Effect effect, ConditionTest test, ActionElement action, ConditionTest[] tests)
    {
        DiagnosticDescriptor descriptor = (effect, test.IsTrueWhenMissing) switch
        {
            (Effect.Deny, true) => AdviceDescriptors.EndpointKeyNeverSent,
            (Effect.Allow, false) => AdviceDescriptors.EndpointKeyNeverTrue,
            _ => AdviceDescriptors.EndpointKeyGuardsNothing,
        };
        List<string> unsent = [];
        foreach (TextValue pattern in action.Patterns)
        {
            if (ActionAdvice.IsAny(pattern.Text))
            {
                bool isGrave = descriptor == AdviceDescriptors.EndpointKeyNeverSent;
                context.Report(
                    descriptor, isGrave ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information, test,
                    $"every service among '{pattern.Text}' that does not send the key (service tables, {context.Options.Services.AsOf})");
                return;
            }

            bool isSent = Array.Exists(tests, each => context.Options.Services.SendsEndpointKey(each.Entry.Key, pattern.Text));
            if (ActionAdvice.IsNamed(pattern.Text) && !isSent) unsent.Add(pattern.Text);
        }

        if (unsent.Count == 0) return;
        string names = string.Join(", ", unsent.Take(ShownActions).Select(static name => $"'{name}'"));
        string rest = unsent.Count > ShownActions ? $" and {unsent.Count - ShownActions} more" : "";
        context.Report(descriptor, DiagnosticSeverity.Warning, test, $"{names}{rest}, whose service does not send the key (service tables, {context.Options.Services.AsOf})");
    }
}
