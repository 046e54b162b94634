using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of ARNs with parts left out, which stand for anything.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ShortArn
{
    private static readonly DiagnosticDescriptor Short = new(
        "PE6023", "C-20, L-75", DiagnosticSeverity.Warning, "ARN with parts left out",
        "'{0}' has fewer than six parts, and what is left out stands for anything",
        "Write all six parts, with * for those that do not matter.");

    internal static CheckRule Rule { get; } = new(Short)
    {
        Statement = static (context, statement) =>
        {
            bool mayBeShort = PolicyTypeRules.For(context.Type).CompletesArns;
            if (mayBeShort && statement.Resource is { } resource) context.CheckEach(resource.Name, resource.Patterns, Check);
        },
    };

    private static void Check(AdviceContext context, TextValue pattern)
    {
        if (!pattern.Text.StartsWith("arn:", StringComparison.Ordinal)) return;
        Span<int> colons = stackalloc int[5];
        if (ArnParts.FindColons(pattern.Text, context.HasVariables, colons) < 5) context.Find(Short, pattern.Span, "MISSING_ARN_FIELD", pattern.Text);
    }
}
