using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of keys that the callers of a policy never have.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class KeyOfOtherCallers
{
    private static readonly DiagnosticDescriptor Never = new(
        "PE6113", "C-73", DiagnosticSeverity.Warning, "Key that the callers never have",
        "'{0}' on '{1}' {2}, for users and roles that call by themselves never have the key",
        "Remove the condition; in policies of resources it tells who makes a service call.");

    private static readonly DiagnosticDescriptor Anonymous = new(
        "PE6122", "C-73", DiagnosticSeverity.Warning, "Anonymous callers pass",
        "'{0}' on '{1}' is false for anonymous callers, who have no such key, so that the Deny spares them",
        "Use BoolIfExists.");

    internal static CheckRule Rule { get; } = new(Never, Anonymous) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (PresentKeys.SeesIamPrincipalsOnly(context.Type)) CheckNever(context, statement);
        if (context.Type == PolicyType.ResourceControl && statement.Denies) CheckAnonymous(context, statement);
    }

    private static void CheckNever(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            if (!test.IsOfValue) continue;
            bool isOfSource = test.IsOnAny("aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths");
            bool isPositive = !test.Operator.IsNegated && test.IsFalseWhenMissing;
            bool isOfService = isPositive && (test.IsOnAny("aws:PrincipalServiceName", "aws:PrincipalServiceNamesList")
                || (test.IsOn("aws:PrincipalIsAWSService") && test.Entry.Values is [{ Text: var text }] && text.Equals("true", StringComparison.OrdinalIgnoreCase)));
            if (isOfSource || isOfService) context.FindAt(test, Never, FindingDetail.None, test.Name, test.Entry.Key, test.IsTrueWhenMissing ? "always holds" : "never holds");
        }
    }

    private static void CheckAnonymous(AdviceContext context, CheckedStatement statement)
    {
        bool isFence = statement.Tests.Exists(static test => test.Operator.IsNegated && test.IsOnAny("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn"));
        if (!isFence || ActionAdvice.AreAllOf(statement.Action, "sts")) return;
        foreach (ConditionTest test in statement.Tests)
        {
            bool passes = test.Operator is { Kind: ConditionOperatorKind.Bool, IfExists: false, Qualifier: SetQualifier.None } && test.IsOn("aws:PrincipalIsAWSService")
                && test.Entry.Values is [{ Text: var text }] && text.Equals("false", StringComparison.OrdinalIgnoreCase);
            if (passes) context.FindAt(test, Anonymous, new FindingDetail { Fix = TextEdits.RenameOperator(context.Source, test, "BoolIfExists") }, test.Name, test.Entry.Key);
        }
    }
}
