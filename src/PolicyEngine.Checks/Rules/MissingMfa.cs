using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of demands for MFA that calls without the key escape or pass.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">Secure API access with MFA</see>.</remarks>
internal static class MissingMfa
{
    private static readonly DiagnosticDescriptor Escaped = new(
        "PE6105", "C-72", DiagnosticSeverity.Warning, "Calls without MFA escape the Deny",
        "'{0}' on '{1}' is false for calls with long-term keys, which have no such key, so that the Deny spares them",
        "Use the operator with IfExists.");

    private static readonly DiagnosticDescriptor Passed = new(
        "PE6106", "C-72", DiagnosticSeverity.Warning, "Calls without MFA pass the Allow",
        "'{0}' on '{1}' is true for calls with long-term keys, which have no such key, so that the Allow applies",
        "Use the operator without IfExists, or add Null false on the key.");

    internal static CheckRule Rule { get; } = new(Escaped, Passed) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        CheckedStatements statements = new(document);
        CheckedStatement[] guards = [.. Enumerable.Range(0, statements.Count).Select(i => statements[i]).Where(IsGuard)];
        context.ForEach(statements, (own, statement) =>
        {
            foreach (ConditionTest test in statement.Tests)
            {
                if (statement.Denies && IsEscaped(test) && !Array.Exists(guards, guard => Covers(own, guard, statement)))
                {
                    own.FindAt(test, Escaped, new FindingDetail { Fix = TextEdits.RenameOperator(own.Source, test, test.Name + "IfExists") }, test.Name, test.Entry.Key);
                }
                else if (statement.Allows && IsPassed(test) && !statement.Tests.Exists(IsDemand))
                {
                    own.FindAt(test, Passed, FindingDetail.None, test.Name, test.Entry.Key);
                }
            }
        });
    }

    private static bool IsOfMfa(ConditionTest test) => test.IsOnAny("aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");

    private static bool IsEscaped(ConditionTest test) => IsOfMfa(test) && test.Operator is { IfExists: false, Qualifier: SetQualifier.None }
        && (test.Operator.Kind is ConditionOperatorKind.NumericGreaterThan or ConditionOperatorKind.NumericGreaterThanEquals || IsBool(test, "false"));

    /// <summary>A test that asks for MFA, and is true without the key.</summary>
    private static bool IsPassed(ConditionTest test) => IsOfMfa(test) && test.IsOfValue && test.IsTrueWhenMissing
        && (test.Operator.Kind is ConditionOperatorKind.NumericLessThan or ConditionOperatorKind.NumericLessThanEquals || IsBool(test, "true")
            || (test.Operator.IsNegated && test.Entry.Values.All(static value => value.Text.Equals("false", StringComparison.OrdinalIgnoreCase))));

    private static bool IsBool(ConditionTest test, string expected) =>
        test.Operator.Kind is ConditionOperatorKind.Bool or ConditionOperatorKind.StringEquals && test.Entry.Values is [{ Text: var text }] && text.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsDemand(ConditionTest test) => IsOfMfa(test) && !test.IsOfValue && test.IsFalseWhenMissing;

    /// <summary>A Deny of all calls without the key.</summary>
    private static bool IsGuard(CheckedStatement statement) =>
        statement is { Denies: true, Condition.Clauses: [{ Entries.Count: 1 }] } && statement.Tests.Exists(static test => IsOfMfa(test) && !test.IsOfValue && test.IsTrueWhenMissing);

    private static bool Covers(AdviceContext context, CheckedStatement guard, CheckedStatement statement) =>
        (PatternCover.CoversActions(guard.Action, statement.Action) || Equals(guard.Action, statement.Action))
        && (PatternCover.CoversResources(guard.Resource, statement.Resource, context.HasVariables) || Equals(guard.Resource, statement.Resource));
}
