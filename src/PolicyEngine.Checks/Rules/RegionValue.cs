using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values of keys of Regions that are no Region.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class RegionValue
{
    private static readonly DiagnosticDescriptor NoRegion = new(
        "PE6016", "C-20, A-83", DiagnosticSeverity.Warning, "No such Region in a condition",
        "'{0}' is no Region, so that '{1}' never has it (partitions, {2})",
        "Write the Region in full, such as us-west-2.");

    internal static CheckRule Rule { get; } = new(NoRegion) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        if (!test.IsOfString || !test.IsOnAny("aws:RequestedRegion", "ec2:Region") || !ValueText.IsPlain(value.Text)) return;
        if (value.Text == "aws-global" || RegionName.FindPartition(value.Text) is not null) return;
        context.Find(NoRegion, value.Span, "INVALID_REGION", value.Text, test.Entry.Key, Partition.TableAsOf);
    }
}
