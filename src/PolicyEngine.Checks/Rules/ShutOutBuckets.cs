namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of policies of S3 endpoints that shut out the buckets of AWS itself.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon ECR interface VPC endpoints</see>.</remarks>
internal static class ShutOutBuckets
{
    private static readonly DiagnosticDescriptor ShutOut = new(
        "PE6120", "C-78", DiagnosticSeverity.Information, "Buckets of AWS shut out",
        "Every Allow demands a principal or a resource of one's own, so that buckets of AWS cannot be read through the endpoint",
        "Where they are needed, allow s3:GetObject on the buckets prod-REGION-starport-layer-bucket (image layers of ECR), al2023-repos-REGION-de612dc2 (packages of Amazon Linux) and patch-baseline-snapshot-REGION (Systems Manager).");

    internal static CheckRule Rule { get; } = new(ShutOut) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type != PolicyType.VpcEndpoint || EndpointServiceName.PrefixOf(context.Options.EndpointService) != "s3") return;
        CheckedStatements statements = new(document);
        CheckedStatement[] allows = [.. Enumerable.Range(0, statements.Count).Select(i => statements[i]).Where(static each => each.Allows)];
        if (allows.Length == 0 || !Array.TrueForAll(allows, static each => each.Tests.Exists(IsOfOwn))) return;
        context.Find(ShutOut, TextSpan.FromBounds(document.Span.Start, document.Span.Start + 1), default);
    }

    private static bool IsOfOwn(ConditionTest test) => test.IsFalseWhenMissing && test.IsOfValue && !test.Operator.IsNegated
        && test.IsOnAny("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:ResourceAccount");
}
