using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values that are no name of a service where the key holds such.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ServiceNameValue
{
    private static readonly string[] Suffixes = [".amazonaws.com", ".amazon.com", ".aws.internal", .. Partition.All.ToArray().Select(static partition => $".{partition.Suffix}")];

    private static readonly DiagnosticDescriptor NoName = new(
        "PE6037", "C-55", DiagnosticSeverity.Warning, "No name of a service",
        "'{0}' is not how '{1}' names a service, so that the key never holds it",
        "Write the service in lower case with its suffix, such as lambda.amazonaws.com.");

    internal static CheckRule Rule { get; } = new(NoName) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        if (!test.IsOfString || !ValueText.IsPlain(value.Text)) return;
        bool isVia = test.IsOn("kms:ViaService");
        bool isOf = isVia || test.IsOnAny("iam:PassedToService", "aws:PrincipalServiceName", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast");
        if (!isOf || (isVia ? IsOfRegion(value.Text) : IsName(value.Text))) return;
        context.Find(NoName, value.Span, new FindingDetail { Code = "INVALID_SERVICE_PRINCIPAL_FORMAT", Help = isVia ? "Write it as s3.us-west-2.amazonaws.com." : "Write it as lambda.amazonaws.com." }, value.Text, test.Entry.Key);
    }

    private static bool IsName(string text) => !text.Any(char.IsAsciiLetterUpper) && Array.Exists(Suffixes, suffix => text.Length > suffix.Length && text.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>AWS: <c>kms:ViaService</c> holds service, Region and suffix, in every partition.</summary>
    private static bool IsOfRegion(string text)
    {
        const string Suffix = ".amazonaws.com";
        if (text.Any(char.IsAsciiLetterUpper) || !text.EndsWith(Suffix, StringComparison.Ordinal)) return false;
        string rest = text[..^Suffix.Length];
        int dot = rest.LastIndexOf('.');
        return dot > 0 && RegionName.FindPartition(rest.AsSpan(dot + 1)) is not null;
    }
}
