using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of ids of VPCs that are not tied to a Region, in which alone they are unique.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class VpcWithoutRegion
{
    private static readonly DiagnosticDescriptor Unpinned = new(
        "PE6118", "C-77", DiagnosticSeverity.Information, "VPC id without its Region",
        "'{0}' on '{1}' names VPCs, whose ids are unique in one Region only",
        "Use aws:SourceVpcArn, or name the Region too by aws:RequestedRegion.");

    internal static CheckRule Rule { get; } = new(Unpinned) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        CheckedStatements statements = new(document);
        if (context.Type is PolicyType.VpcEndpoint or PolicyType.Trust) return;
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Tests.Exists(IsPin)) return;
        }

        bool isTold = false;
        context.ForEach(statements, (own, statement) =>
        {
            foreach (ConditionTest test in statement.Tests)
            {
                bool isNetwork = test.IsOfString && test.IsOn("aws:SourceVpc") && test.Operator.IsNegated == statement.Denies && test.Entry.Values.Any(static value => ValueText.IsPlain(value.Text));
                if (isTold || !isNetwork || !LacksRegion(statement.Resource)) continue;
                isTold = true;
                own.FindAt(test, Unpinned, FindingDetail.None, test.Name, test.Entry.Key);
            }
        });
    }

    /// <summary>Another key that tells the Region, the endpoint, or who calls.</summary>
    private static bool IsPin(ConditionTest test) => test.Entry.Key.StartsWith("aws:Vpce", StringComparison.OrdinalIgnoreCase)
        || test.IsOnAny("aws:SourceVpcArn", "aws:SourceVpce", "aws:RequestedRegion", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn");

    private static bool LacksRegion(ResourceElement? resource) => resource is null || resource.IsNegated
        || resource.Patterns.Any(static pattern => !ArnParts.TrySplit(pattern.Text, out ArnParts parts) || parts.Of(pattern.Text, 3).IsEmpty || parts.Of(pattern.Text, 3).Contains('*'));
}
