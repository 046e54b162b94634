using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of resource control policies that hit services where users are meant, or users where services are.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ControlWithoutService
{
    private const string IsService = "aws:PrincipalIsAWSService";
    private static readonly string[] Principals = ["aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgPaths"];
    private static readonly string[] Sources = ["aws:SourceOrgID", "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgPaths"];

    private static readonly DiagnosticDescriptor Services = new(
        "PE6061", "C-64", DiagnosticSeverity.Warning, "Resource control policy that hits services",
        "'{0}' on '{1}' is true for AWS services, which do not have the key, so that the Deny applies to them",
        "Add \"BoolIfExists\": {\"aws:PrincipalIsAWSService\": \"false\"}.");

    private static readonly DiagnosticDescriptor Users = new(
        "PE6062", "C-64", DiagnosticSeverity.Warning, "Resource control policy that hits users",
        "'{0}' on '{1}' is true for users and roles, which do not have the key, so that the Deny applies to them",
        "Add \"Bool\": {\"aws:PrincipalIsAWSService\": \"true\"}.");

    private static readonly DiagnosticDescriptor NoSource = new(
        "PE6063", "C-64", DiagnosticSeverity.Warning, "Resource control policy that hits calls without a source",
        "'{0}' on '{1}' is true for calls of services that are for nobody's resource, so that the Deny applies to them",
        "Add \"Null\": {\"aws:SourceAccount\": \"false\"}.");

    internal static CheckRule Rule { get; } = new(Services, Users, NoSource) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type != PolicyType.ResourceControl || !statement.Denies) return;
        ConditionTest[] principals = statement.Tests.FindAll(static test => test.IsOfValue && test.IsTrueWhenMissing && test.IsOnAny(Principals));
        ConditionTest[] sources = statement.Tests.FindAll(static test => test.IsOfValue && test.IsTrueWhenMissing && test.IsOnAny(Sources));
        if (principals.Length > 0 && sources.Length == 0 && !Asks(statement, "false")) context.FindAt(principals[0], Services, "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", principals[0].Name, principals[0].Entry.Key);
        if (sources.Length == 0) return;
        if (!Asks(statement, "true")) context.FindAt(sources[0], Users, "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", sources[0].Name, sources[0].Entry.Key);
        bool asksSource = statement.Tests.Exists(static test => !test.IsOfValue && test.IsFalseWhenMissing && test.IsOnAny("aws:SourceAccount", "aws:SourceArn"));
        if (!asksSource) context.FindAt(sources[0], NoSource, "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", sources[0].Name, sources[0].Entry.Key);
    }

    private static bool Asks(CheckedStatement statement, string answer) => statement.Tests.Exists(test =>
        test.Operator.Kind == ConditionOperatorKind.Bool && test.IsOn(IsService) && test.Entry.Values.Any(value => value.Text.Equals(answer, StringComparison.OrdinalIgnoreCase)));
}
