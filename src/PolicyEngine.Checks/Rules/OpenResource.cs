using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows for everyone that neither their conditions nor a Deny limit.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
internal static class OpenResource
{
    private static readonly DiagnosticDescriptor Open = new(
        "PE6104", "C-71, L-91", DiagnosticSeverity.Warning, "Everyone is allowed",
        "The statement allows everyone, anonymous callers included, and {0}",
        "Name principals, or add a condition on who calls or from where, such as aws:PrincipalOrgID.");

    internal static CheckRule Rule { get; } = new(Open) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.AccessPoint)) return;
        CheckedStatements statements = new(document);
        CheckedStatement[] fences = [.. Enumerable.Range(0, statements.Count).Select(i => statements[i]).Where(IsFence)];
        context.ForEach(statements, (own, statement) =>
        {
            if (!statement.Allows || !PrincipalNames.IsEveryone(statement.Principal) || statement.Tests.Exists(LimitTest.IsLimit)) return;
            if (Array.Exists(fences, fence => Covers(fence, statement, own.HasVariables))) return;
            bool hasCondition = statement.Condition is { Clauses.Count: > 0 };
            own.FindAt("Principal", Open, statement.Principal!.Span, default, hasCondition ? "its conditions limit nobody, as anyone can fulfil them" : "it has no condition");
        });
    }

    /// <summary>A Deny for all but some, each of whose tests leaves out callers, networks or sources by name, or services.</summary>
    private static bool IsFence(CheckedStatement statement)
    {
        if (!statement.Denies || !PrincipalNames.IsEveryone(statement.Principal) || statement is not { Action.IsNegated: false, Resource: null or { IsNegated: false } }) return false;
        bool hasLimit = false;
        foreach (ConditionTest test in statement.Tests)
        {
            bool isLimit = LimitTest.IsNegatedLimit(test);
            hasLimit |= isLimit;
            if (!isLimit && !IsExemption(test)) return false;
        }

        return hasLimit;
    }

    private static bool IsExemption(ConditionTest test)
    {
        if (test.IsOnAny("aws:PrincipalIsAWSService", "aws:ViaAWSService")) return test.Entry.Values.All(static value => value.Text.Equals("false", StringComparison.OrdinalIgnoreCase));
        string key = test.Entry.Key;
        bool isOfCaller = key.StartsWith("aws:CalledVia", StringComparison.OrdinalIgnoreCase) || test.IsOn("aws:PrincipalArn")
            || key.StartsWith("aws:PrincipalTag/", StringComparison.OrdinalIgnoreCase) || key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase);
        return test.IsOfValue && test.Operator.IsNegated && isOfCaller;
    }

    private static bool Covers(CheckedStatement fence, CheckedStatement allow, bool variables) =>
        allow is { Action.IsNegated: false, Resource: null or { IsNegated: false } } && PatternCover.CoversActions(fence.Action, allow.Action) && PatternCover.CoversResources(fence.Resource, allow.Resource, variables);
}
