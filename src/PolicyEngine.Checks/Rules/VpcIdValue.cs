using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values that are no id of a VPC or of a VPC endpoint.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class VpcIdValue
{
    private static readonly DiagnosticDescriptor NoId = new(
        "PE6036", "C-20", DiagnosticSeverity.Warning, "No id of a VPC or endpoint",
        "'{0}' is no id of a {1}, so that '{2}' never has it",
        "An id is vpc- or vpce- with 8 or 17 letters and digits behind it.");

    internal static CheckRule Rule { get; } = new(NoId) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        if (!test.IsOfString || !test.IsOnAny("aws:SourceVpc", "aws:SourceVpce") || !ValueText.IsPlain(value.Text)) return;
        bool isOfVpc = test.IsOn("aws:SourceVpc");
        if (IsId(value.Text, isOfVpc ? "vpc-" : "vpce-")) return;
        context.Find(NoId, value.Span, isOfVpc ? "INVALID_VPC_FORMAT" : "INVALID_VPCE_FORMAT", value.Text, isOfVpc ? "VPC" : "VPC endpoint", test.Entry.Key);
    }

    private static bool IsId(string text, string head)
    {
        if (!text.StartsWith(head, StringComparison.Ordinal) || text.Length - head.Length is not (8 or 17)) return false;
        foreach (char c in text.AsSpan(head.Length))
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
