namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of private addresses without the VPC that they are of, which others can have in theirs.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class UnpairedVpcSourceIp
{
    private static readonly DiagnosticDescriptor Unpaired = new(
        "PE6042", "C-20, A-72", DiagnosticSeverity.Warning, "Private address without its VPC",
        "'{0}' is an address within some VPC, and the statement names no VPC, so that anybody can have it",
        "Add a condition on aws:SourceVpc, aws:SourceVpce or aws:SourceVpcArn.");

    internal static CheckRule Rule { get; } = new(Unpaired) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Tests.Exists(static test => test.IsOfValue && test.IsOnAny("aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"))) return;
        foreach (ConditionTest test in statement.Tests)
        {
            if (test.IsOfValue && test.IsOn("aws:VpcSourceIp")) context.FindAt(test, Unpaired, "MISSING_PAIRED_CONDITION_KEYS", test.Entry.Key);
        }
    }
}
