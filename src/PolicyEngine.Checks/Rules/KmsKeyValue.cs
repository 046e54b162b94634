using PolicyEngine.Catalogue;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values that are no ARN of a KMS key where the key of the condition holds such.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class KmsKeyValue
{
    private static readonly ArnFormat OfKeys = new("kms", ArnFormat.AnyRegion, ArnFormat.AnyAccount, "arn:*:kms:*:*:key/*");
    private static readonly string[] Endings = ["KmsKey", "KmsKeyArn", "kms-key-id"];

    private static readonly DiagnosticDescriptor NoArn = new(
        "PE6038", "C-55", DiagnosticSeverity.Warning, "No ARN of a KMS key",
        "'{0}' is no ARN of a KMS key, and '{1}' holds such",
        "Write the ARN of the key, such as arn:aws:kms:us-west-2:111122223333:key/ID; an alias or an id does not do.");

    internal static CheckRule Rule { get; } = new(NoArn) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        bool isOfText = test.Operator.Family is OperatorFamily.String or OperatorFamily.Arn;
        if (!isOfText || !HoldsKeys(context, test) || ValueText.IsPlaceholder(value.Text)) return;
        bool isLiteral = !test.Operator.TakesWildcards && value.Text.AsSpan().ContainsAny('*', '?');
        if (!isLiteral && OfKeys.Meets(value.Text)) return;
        context.Find(NoArn, value.Span, "INVALID_KMS_KEY_VALUE", value.Text, test.Entry.Key);
    }

    private static bool HoldsKeys(AdviceContext context, ConditionTest test)
    {
        string key = test.Entry.Key;
        if (test.IsOn("s3:x-amz-server-side-encryption-aws-kms-key-id")) return true;
        return Array.Exists(Endings, ending => key.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && context.Catalogue.FindKey(key)?.Type == CatalogueKeyType.Arn;
    }
}
