using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows that let the caller pass any role, or make service-linked roles for any service.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class WidePassing
{
    private const string ServiceLinked = "role/aws-service-role/";
    private const int LeastName = 3;

    private static readonly DiagnosticDescriptor PassRole = new(
        "PE6070", "C-60", DiagnosticSeverity.Warning, "Any role can be passed",
        "'iam:PassRole' is allowed {0}, so that the caller can give services the permissions of other roles",
        "Name the roles, or add a condition on iam:PassedToService.");

    private static readonly DiagnosticDescriptor CreateRole = new(
        "PE6071", "C-60", DiagnosticSeverity.Warning, "Service-linked roles for any service",
        "'iam:CreateServiceLinkedRole' is allowed {0}, so that the caller can make such roles for any service",
        "Name the service in the resource, or add a condition on iam:AWSServiceName.");

    internal static CheckRule Rule { get; } = new(PassRole, CreateRole) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type is not (PolicyType.Identity or PolicyType.Managed) || !statement.Allows || statement is not { Action: { } action, Resource: { } resource }) return;
        Check(context, statement, action, resource, PassRole, "iam:PassRole", "PASS_ROLE", "iam:PassedToService", IsAnyRole);
        Check(context, statement, action, resource, CreateRole, "iam:CreateServiceLinkedRole", "CREATE_SLR", "iam:AWSServiceName", IsAnyService);
    }

    private static void Check(AdviceContext context, CheckedStatement statement, ActionElement action, ResourceElement resource, DiagnosticDescriptor descriptor, string name, string code, string key, Func<string, bool> isWide)
    {
        bool isLiteral = !action.IsNegated && action.Patterns.Any(pattern => pattern.Text.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (!isLiteral && !ActionCoverage.Covers(action, name)) return;
        if (resource.IsNegated)
        {
            string by = isLiteral ? "NOT_RESOURCE" : action.IsNegated ? "NOT_ACTION_AND_NOT_RESOURCE" : "STAR_IN_ACTION_AND_NOT_RESOURCE";
            context.FindAt(resource.Name, descriptor, resource.Span, $"{code}_WITH_{by}", "on all that NotResource leaves");
            return;
        }

        bool isLimited = statement.Tests.Exists(test => test.IsOfValue && !test.Operator.IsNegated && test.IsOn(key));
        if (isLimited || !resource.Patterns.Any(pattern => isWide(pattern.Text))) return;
        string with = isLiteral ? "STAR_IN_RESOURCE" : action.IsNegated ? "STAR_IN_RESOURCE_AND_NOT_ACTION" : "STAR_IN_ACTION_AND_RESOURCE";
        context.FindAt(resource.Name, descriptor, resource.Span, $"{code}_WITH_{with}", "on a resource with a wildcard");
    }

    /// <summary>True for all roles, and for a pattern with fewer than three characters of a name before its first wildcard.</summary>
    private static bool IsAnyRole(string resource) => IsWide(resource, "role/", LeastName);

    /// <summary>True for all roles, and for a wildcard in the name of the service.</summary>
    private static bool IsAnyService(string resource)
    {
        if (ReadPart(resource) is not { } part || !part.StartsWith(ServiceLinked, StringComparison.Ordinal)) return IsWide(resource, ServiceLinked, 0);
        string service = part[ServiceLinked.Length..].Split('/')[0];
        return service.AsSpan().ContainsAny('*', '?');
    }

    private static bool IsWide(string resource, string head, int least)
    {
        if (ValueText.IsStars(resource)) return true;
        if (ReadPart(resource) is not { } part) return false;
        int wildcard = part.AsSpan().IndexOfAny('*', '?');
        if (wildcard < 0) return false;
        return wildcard < head.Length ? part[..wildcard] == head[..wildcard] : part.StartsWith(head, StringComparison.Ordinal) && wildcard - head.Length < least;
    }

    /// <summary>The part of an ARN of IAM behind the account; null for other texts.</summary>
    private static string? ReadPart(string resource)
    {
        List<string> parts = ArnParts.SplitPattern(resource, variables: true);
        return ArnParts.ArePattern(parts) && NameWildcard.IsMatch(parts[2], "iam") ? parts[5] : null;
    }
}
