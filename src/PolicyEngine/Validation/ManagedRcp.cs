using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Tells the statement of RCPFullAWSAccess, the only Allow of a resource control policy, and the only one that names all actions.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</see>.</remarks>
internal static class ManagedRcp
{
    internal static bool Is(ParseContext context, in StatementDraft statement) =>
        context.Options.AllowsManagedRcp
        && context.Type == PolicyType.ResourceControl
        && (statement.Seen & PolicyElements.Condition) == PolicyElements.None
        && statement is { Effect: Effect.Allow, Action: { IsNegated: false } action, Resource: { IsNegated: false } resource }
        && action.Patterns is [{ Text: "*" }]
        && resource.Patterns is [{ Text: "*" }];
}
