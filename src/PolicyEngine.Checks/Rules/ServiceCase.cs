using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of resources whose service is written with capital letters.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ServiceCase
{
    private static readonly DiagnosticDescriptor Capital = new(
        "PE6015", "C-20, L-77", DiagnosticSeverity.Error, "Capital letter in the service of an ARN",
        "The service of '{0}' has a capital letter, so that the ARN never matches",
        "Write the service in lower case.");

    internal static CheckRule Rule { get; } = new(Capital)
    {
        Statement = static (context, statement) =>
        {
            if (statement.Resource is { } resource) context.CheckEach(resource.Name, resource.Patterns, Check);
        },
    };

    private static void Check(AdviceContext context, TextValue pattern)
    {
        if (!ArnParts.TrySplit(pattern.Text, out ArnParts parts)) return;
        string service = parts.Of(pattern.Text, 2).ToString();
        string lower = service.ToLowerInvariant();
        if (!ValueText.IsPlain(service) || service == lower) return;
        string mended = $"{pattern.Text[..parts.StartOf(2)]}{lower}{pattern.Text[(parts.StartOf(2) + service.Length)..]}";
        context.Find(Capital, pattern.Span, new FindingDetail { Code = "INVALID_ARN_SERVICE_CASE", Fix = TextEdits.Replace(context.Source, pattern.Span, mended) }, pattern.Text);
    }
}
