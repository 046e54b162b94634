using PolicyEngine.Catalogue;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of actions and resources that a policy of a resource of the told type cannot be about.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ForeignInResourcePolicy
{
    private static readonly DiagnosticDescriptor Action = new(
        "PE6019", "C-54", DiagnosticSeverity.Error, "Action of another service in a resource policy",
        "'{0}' is no action of '{1}', so that a policy of {2} cannot allow or deny it",
        "Remove the action, or put it into the policy of the caller.");

    private static readonly DiagnosticDescriptor Resource = new(
        "PE6020", "C-54", DiagnosticSeverity.Error, "Resource of another type in a resource policy",
        "'{0}' is nothing that a policy of {1} can be about",
        "Name the resource that the policy is on, or what lies in it.");

    internal static CheckRule Rule { get; } = new(Action, Resource) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.AccessPoint) || PolicyResourceType.Find(context.Options.ResourceType) is not { } type) return;
        if (statement.Action is { IsNegated: false } action) context.CheckEach(action.Name, action.Patterns, (own, pattern) => CheckAction(own, pattern, type));
        if (statement.Resource is { IsNegated: false } resource && type.Resources.Length > 0) context.CheckEach(resource.Name, resource.Patterns, (own, pattern) => CheckResource(own, pattern, type));
    }

    private static void CheckAction(AdviceContext context, TextValue pattern, PolicyResourceType type)
    {
        int colon = pattern.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || ValueText.IsPlaceholder(pattern.Text) || PatternTokens.HasVariable(pattern.Text)) return;
        if (!NameWildcard.IsMatch(pattern.Text.AsSpan(0, colon), type.Service)) context.Find(Action, pattern.Span, "UNSUPPORTED_ACTION_IN_POLICY", pattern.Text, type.Service, type.Name);
    }

    private static void CheckResource(AdviceContext context, TextValue pattern, PolicyResourceType type)
    {
        string text = pattern.Text;
        List<string> parts = ArnParts.SplitPattern(text, context.HasVariables);
        if (!ArnParts.ArePattern(parts) || ValueText.IsPlaceholder(text)) return;
        bool isOfType = type.Resources.Select(name => context.Catalogue.FindService(type.Service)?.FindResourceType(name)).OfType<CatalogueResourceType>()
            .SelectMany(static own => own.Formats).Any(format => CanBe(parts[2], format.Service) && CanBe(parts[3], format.Region) && CanBe(parts[4], format.Account) && format.Meets(parts[5]));
        if (!isOfType) context.Find(Resource, pattern.Span, "UNSUPPORTED_RESOURCE_ARN_IN_POLICY", text, type.Name);
    }

    /// <summary>True where a part of an ARN can be that of a form. A part that is missing is told by another check.</summary>
    private static bool CanBe(string part, string ofForm) => part.Length == 0 || !ValueText.IsPlain(part) || part == ofForm || ofForm is ArnFormat.AnyRegion or ArnFormat.AnyAccount;
}
