using System.Collections.Immutable;
using PolicyEngine.Catalogue;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of actions that the resources of their statement are no resources of.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
internal static class ActionOnOtherResource
{
    private static readonly DiagnosticDescriptor NoType = new(
        "PE6017", "C-79", DiagnosticSeverity.Warning, "Action on a resource of another type",
        "'{0}' acts on no resource that the statement names, so that the statement says nothing of it",
        "Name a resource that the action acts on, such as arn:aws:s3:::bucket/* for objects.");

    private static readonly DiagnosticDescriptor NoResource = new(
        "PE6018", "C-79", DiagnosticSeverity.Information, "Action without resources beside ARNs",
        "'{0}' takes no resource, and the statement names ARNs only, so that it says nothing of it",
        "Put the action into a statement with Resource *.");

    private static readonly DiagnosticDescriptor Nothing = new(
        "PE6121", "C-79", DiagnosticSeverity.Warning, "Statement that nothing serves",
        "No action of the statement takes a resource, and the statement names resources, so that it says nothing",
        "Write Resource *.");

    internal static CheckRule Rule { get; } = new(NoType, NoResource, Nothing) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type == PolicyType.Trust || statement is not { Action: { IsNegated: false } action, Resource: { IsNegated: false } resource }) return;
        if (resource.Patterns.Any(static pattern => IsAnything(pattern.Text))) return;
        CatalogueAction?[] actions = [.. action.Patterns.Select(pattern => pattern.Text.AsSpan().ContainsAny('*', '?') ? null : context.Catalogue.FindAction(pattern.Text))];
        if (Array.TrueForAll(actions, static each => each is { ResourceTypes.IsEmpty: true }))
        {
            bool isSure = Array.TrueForAll(actions, static each => each!.Level is AccessLevel.List or AccessLevel.Read);
            context.Path.Push(resource.Name);
            context.Find(Nothing, isSure ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information, resource.Span, default);
            context.Path.Pop();
            return;
        }

        CatalogueResourceType[]? types = FindTypes(context, resource);
        bool isOut(CatalogueAction? each) => each is { ResourceTypes.IsEmpty: false } && types is not null && !each.ResourceTypes.Any(own => Array.Exists(types, type => type.Name == own.Name && type.Service == each.Service));
        bool isAllOut = Array.TrueForAll(actions, each => isOut(each) || each is { ResourceTypes.IsEmpty: true });
        context.Path.Push(action.Name);
        for (int i = 0; i < actions.Length; i++)
        {
            TextValue pattern = action.Patterns[i];
            context.EnterItem(action.Patterns, i);
            if (actions[i] is { ResourceTypes.IsEmpty: true }) context.Find(NoResource, pattern.Span, default, pattern.Text);
            else if (isOut(actions[i])) context.Find(NoType, isAllOut || actions[i]!.Service == "s3" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information, pattern.Span, default, pattern.Text);
        }

        context.Leave();
        context.Path.Pop();
    }

    /// <summary>The types that the resources may be of; null where one is of no known type, or may be of any.</summary>
    private static CatalogueResourceType[]? FindTypes(AdviceContext context, ResourceElement resource)
    {
        List<CatalogueResourceType> all = [];
        foreach (TextValue pattern in resource.Patterns)
        {
            ImmutableArray<CatalogueResourceType> types = ValueText.IsPlaceholder(pattern.Text) ? [] : context.Catalogue.TypesOf(pattern.Text);
            if (types.IsEmpty || pattern.Text.Contains(":execute-api:", StringComparison.Ordinal)) return null;
            all.AddRange(types);
        }

        return [.. all];
    }

    /// <summary>True for <c>*</c>, and for an ARN whose resource is.</summary>
    private static bool IsAnything(string text) => ValueText.IsStars(text) || (ArnParts.TrySplit(text, out ArnParts parts) && ValueText.IsStars(parts.Of(text, 5).ToString())) || text.Count(static c => c == ':') < 5;
}
