using System.Buffers;
using PolicyEngine.Diagnostics;
using PolicyEngine.Facts;
using PolicyEngine.Json;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks which elements a statement has, then each of them.</summary>
internal static class StatementCheck
{
    private static readonly SearchValues<char> SidCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    internal static void Check(ParseContext context, in StatementDraft statement, bool variables, ref NameSet sids)
    {
        CheckSid(context, statement, ref sids);
        CheckEffect(context, statement);
        CheckPresence(context, statement);
        if (statement.Principal is { } principal) PrincipalCheck.Check(context, principal, statement.Effect);
        if (statement.Action is { } action) ActionCheck.Check(context, action, variables, mayNameNoService: IsManagedRcp(context, statement));
        if (statement.Resource is { } resource) ResourceCheck.Check(context, resource, variables);
        if (statement.Condition is { } condition) ConditionCheck.Check(context, condition, variables);
        if (context.Type == PolicyType.VpcEndpoint) EndpointPolicyCheck.Check(context, statement, variables);
    }

    private static void CheckSid(ParseContext context, in StatementDraft statement, ref NameSet sids)
    {
        if (statement.Sid is not { Length: > 0 } sid) return;
        context.Path.Push("Sid");
        if (!sids.Add(sid) && !StoresEqualSids(context)) context.ReportTolerated(Descriptors.DuplicateSid, statement.SidSpan, sid);

        if (sid.AsSpan().ContainsAnyExcept(SidCharacters))
        {
            if (context.Rules.IsIamText) context.ReportTolerated(Descriptors.SidCharacters, statement.SidSpan, sid);
            else if (context.Type is PolicyType.ServiceControl or PolicyType.ResourceControl)
            {
                context.Report(Descriptors.SidCharacters, DiagnosticSeverity.Warning, statement.SidSpan, sid);
            }
        }

        context.Path.Pop();
    }

    private static void CheckEffect(ParseContext context, in StatementDraft statement)
    {
        if (statement.EffectText is not { } text) return;
        context.Path.Push("Effect");
        if (statement.Effect is null) context.Report(Descriptors.EffectText, statement.EffectSpan, text);
        else if (statement.Effect == Effect.Allow && context.Rules.DenyOnly && !IsManagedRcp(context, statement))
        {
            context.Report(Descriptors.EffectForbidden, statement.EffectSpan, context.TypeName);
        }

        context.Path.Pop();
    }

    /// <summary>Policies of resources and endpoints are stored with equal Sids, but for a service that is told and refuses them.</summary>
    private static bool StoresEqualSids(ParseContext context) =>
        context.Type is PolicyType.Resource or PolicyType.AccessPoint or PolicyType.VpcEndpoint && (context.Options.Service is null || context.Service?.RefusesEqualSids != true);

    private static void CheckPresence(ParseContext context, in StatementDraft statement)
    {
        const PolicyElements principals = PolicyElements.Principal | PolicyElements.NotPrincipal;
        const PolicyElements actions = PolicyElements.Action | PolicyElements.NotAction;
        const PolicyElements resources = PolicyElements.Resource | PolicyElements.NotResource;

        Require(context, statement, PolicyElements.Effect, "'Effect'");
        Require(context, statement, actions, "'Action' or 'NotAction'");
        Exclude(context, statement, principals);
        Exclude(context, statement, actions);
        Exclude(context, statement, resources);
        PolicyTypeRules.PrincipalRule rule = context.Rules.Principal;
        if (rule != PolicyTypeRules.PrincipalRule.Forbidden) Require(context, statement, principals, "'Principal'");
        ProfileCell? resource = ServiceOfPolicy.FindResourceRule(context, statement);
        bool mayLackResource = context.Type == PolicyType.Resource && (context.Options.ResourceOptional || resource?.Words[0] is "optional" or "refused");
        if (context.Rules.HasResource && !mayLackResource) Require(context, statement, resources, "'Resource' or 'NotResource'");
        if (resource?.Words[0] is "refused") Refuse(context, statement, resource);
        if (rule == PolicyTypeRules.PrincipalRule.Forbidden) Forbid(context, statement, principals);
        if (rule is PolicyTypeRules.PrincipalRule.PrincipalOnly or PolicyTypeRules.PrincipalRule.Everyone) Forbid(context, statement, PolicyElements.NotPrincipal);
        if (!context.Rules.HasResource) Forbid(context, statement, resources);
        if (context.Type == PolicyType.ResourceControl) Forbid(context, statement, PolicyElements.NotAction);
    }

    /// <summary>Resource in a policy of a service that implies it.</summary>
    private static void Refuse(ParseContext context, in StatementDraft statement, ProfileCell rule)
    {
        if (statement.Resource is not { } resource) return;
        context.Path.Push(resource.Name);
        context.ReportTolerated(Descriptors.ResourceRefused, resource.Span, resource.Name, context.Service!.Name, rule.AsOf);
        context.Path.Pop();
    }

    private static void Require(ParseContext context, in StatementDraft statement, PolicyElements anyOf, string names)
    {
        if ((statement.Seen & anyOf) == PolicyElements.None) context.Report(Descriptors.MissingElement, statement.Span, "The statement", names, context.TypeName);
    }

    private static void Exclude(ParseContext context, in StatementDraft statement, PolicyElements pair)
    {
        if ((statement.Seen & pair) != pair) return;
        string[] names = pair.ToString().Split(", ");
        context.Report(Descriptors.ExclusiveElements, statement.Span, names[0], names[1]);
    }

    private static void Forbid(ParseContext context, in StatementDraft statement, PolicyElements elements)
    {
        PolicyElements found = statement.Seen & elements;
        if (found == PolicyElements.None) return;
        foreach (string name in found.ToString().Split(", "))
        {
            context.Path.Push(name);
            context.Report(Descriptors.ForbiddenElement, statement.Span, name, context.TypeName);
            context.Path.Pop();
        }
    }

    /// <summary>Tells the statement of RCPFullAWSAccess, the only Allow of a resource control policy, and the only one that names all actions.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</see>.</remarks>
    private static bool IsManagedRcp(ParseContext context, in StatementDraft statement) =>
        context.Options.AllowsManagedRcp
        && context.Type == PolicyType.ResourceControl
        && (statement.Seen & PolicyElements.Condition) == PolicyElements.None
        && statement is { Effect: Effect.Allow, Action: { IsNegated: false } action, Resource: { IsNegated: false } resource }
        && action.Patterns is [{ Text: "*" }]
        && resource.Patterns is [{ Text: "*" }];
}
