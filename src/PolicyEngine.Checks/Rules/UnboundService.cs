using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows for a service that serves everybody, without a condition on the one for whom it calls.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</see>.</remarks>
internal static class UnboundService
{
    private static readonly string[] Sources = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];
    private static readonly string[] Weak = ["aws:Referer", "aws:UserAgent", "aws:SourceIp", "aws:SecureTransport", "aws:RequestedRegion", "s3:ResourceAccount", "s3:x-amz-acl"];

    private static readonly DiagnosticDescriptor Open = new(
        "PE6050", "C-61", DiagnosticSeverity.Warning, "Service without its source",
        "The Allow for '{0}' holds for whomever the service calls",
        "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.");

    private static readonly DiagnosticDescriptor Loose = new(
        "PE6051", "C-61", DiagnosticSeverity.Information, "Service with a condition that does not tell its source",
        "The conditions of the Allow for '{0}' do not tell for whom the service calls",
        "Add a condition on aws:SourceArn, aws:SourceAccount or aws:SourceOrgID.");

    internal static CheckRule Rule { get; } = new(Open, Loose) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.AccessPoint) || !statement.Allows || statement.Principal is not { IsNegated: false } principal) return;
        if (principal.Groups.FirstOrDefault(static group => group.Type == PrincipalType.Service) is not { } services || services.Values.Count == 0) return;
        if (statement.Tests.Exists(static test => test.IsOnAny(Sources))) return;
        bool hasValue = statement.Tests.Exists(static test => test.IsOfValue);
        if (statement.Tests.Exists(static test => test.IsOfValue && !IsWeak(test))) return;
        if (hasValue) context.FindAt(principal.Name, Loose, principal.Span, "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", services.Values[0].Text);
        else context.FindAt(principal.Name, Open, principal.Span, "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", services.Values[0].Text);
    }

    /// <summary>True for what describes the caller, the call or the resource, and not the one for whom the service calls.</summary>
    private static bool IsWeak(ConditionTest test) =>
        test.IsOnAny(Weak) || test.Entry.Key.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase) || test.Entry.Key.StartsWith("aws:Resource", StringComparison.OrdinalIgnoreCase);
}
