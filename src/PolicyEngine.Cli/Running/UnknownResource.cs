using PolicyEngine.Cli.Cases;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Running;

/// <summary>An unknown resource: policies as they are if it turns out badly, and if it turns out well.</summary>
/// <remarks>Whatever the resource is, each statement matches it or not. Badly, every Deny does, and no Allow but that of <c>*</c>; well, the other way
/// round. A decision in which both agree holds for every resource.</remarks>
internal static class UnknownResource
{
    private const string Everything = "*";
    private const string AssumesRole = "sts:AssumeRole";
    private const string Nothing = "arn:aws:nothing:::nothing";

    /// <summary>Resources for which the way of deciding differs: none at all, and one of the service. Who assumes a role names one.</summary>
    internal static IEnumerable<AuthorizationRequest> Stand(Call call, string action)
    {
        string partition = call.Principal.Partition;
        if (action.StartsWith(AssumesRole, StringComparison.OrdinalIgnoreCase))
        {
            yield return call.ToRequest(action, $"arn:{partition}:iam::{call.ResourceAccount}:role/unknown");
            yield break;
        }

        yield return call.ToRequest(action, Everything);
        yield return call.ToRequest(action, $"arn:{partition}:{action.Split(':', 2)[0]}:::unknown");
    }

    /// <summary>The policies for a resource that every Deny covers, or every Allow.</summary>
    internal static PolicySet Assume(PolicySet set, Effect covered) => PolicySet.Types.Aggregate(set, (own, kind) => own.With(kind, Assume(set[kind], covered)));

    private static AttachedPolicies Assume(AttachedPolicies slot, Effect covered)
    {
        if (!slot.IsAttached) return slot;
        PolicyLevel[] levels = [.. slot.Levels.Select(level => new PolicyLevel(level.Name, [.. level.Documents.Select(document => Assume(document, covered))]))];
        return AttachedPolicies.OfLevels(levels);
    }

    private static PolicyDocument Assume(PolicyDocument document, Effect covered) =>
        document with { Statements = [.. document.Statements.Select(statement => Assume(statement, covered))] };

    private static Statement Assume(Statement statement, Effect covered)
    {
        bool isSettled = statement.Resource is null or { IsNegated: false } && statement.Resource?.Patterns.Any(static pattern => pattern.Text == Everything) != false;
        if (isSettled) return statement;
        ResourceElement resource = statement.Resource! with { IsNegated = false, Patterns = [new TextValue { Text = statement.Effect == covered ? Everything : Nothing }] };
        return statement with { Resource = resource };
    }
}
