using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of endpoint policies about what never comes through the endpoint, or that restrict nothing.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Control access to VPC endpoints using endpoint policies</see>.</remarks>
internal static class EndpointGrant
{
    private const int Shown = 3;

    private static readonly DiagnosticDescriptor NoRestriction = new(
        "PE6108", "C-70, A-82", DiagnosticSeverity.Information, "Endpoint policy that restricts nothing",
        "The document allows everything to everyone, as an endpoint without a policy does",
        "State what may come through, or leave the policy out.");

    private static readonly DiagnosticDescriptor Foreign = new(
        "PE6109", "C-70", DiagnosticSeverity.Warning, "Action of another service than the endpoint's",
        "{0} never come through an endpoint of {1}",
        "Put them into the policy of the endpoint of their service.");

    internal static CheckRule Rule { get; } = new(NoRestriction, Foreign) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type != PolicyType.VpcEndpoint) return;
        CheckedStatements statements = new(document);
        CheckedStatement[] all = [.. Enumerable.Range(0, statements.Count).Select(i => statements[i])];
        TextSpan first = TextSpan.FromBounds(document.Span.Start, document.Span.Start + 1);
        if (all.Length > 0 && Array.TrueForAll(all, AllowsAll)) context.Find(NoRestriction, first, default);
        string[] services = EndpointServices.Of(context);
        if (services.Length > 0) context.ForEach(statements, (own, statement) => CheckActions(own, statement, services));
    }

    private static void CheckActions(AdviceContext context, CheckedStatement statement, string[] services)
    {
        if (statement.Action is not { IsNegated: false } action) return;
        string[] foreign = [.. action.Patterns.Select(static pattern => pattern.Text).Where(text => IsForeign(text, services))];
        if (foreign.Length == 0) return;
        DiagnosticSeverity severity = foreign.Length < action.Patterns.Count ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning;
        string names = string.Join(", ", foreign.Take(Shown).Select(static name => $"'{name}'"));
        context.Path.Push(action.Name);
        context.Find(Foreign, severity, action.Span, default, foreign.Length > Shown ? $"{names} and {foreign.Length - Shown} more" : names, context.Options.EndpointService);
        context.Path.Pop();
    }

    private static bool IsForeign(string pattern, string[] services)
    {
        int colon = pattern.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && !ValueText.IsPlaceholder(pattern) && !Array.Exists(services, service => NameWildcard.IsMatch(pattern.AsSpan(0, colon), service));
    }

    private static bool AllowsAll(CheckedStatement statement) =>
        statement is { Allows: true, Action: { IsNegated: false } action, Resource: { IsNegated: false } resource } && statement.Condition is not { Clauses.Count: > 0 }
        && PrincipalNames.IsEveryone(statement.Principal) && action.Patterns.Any(static pattern => ActionAdvice.IsAny(pattern.Text)) && resource.Patterns.Any(static pattern => ValueText.IsStars(pattern.Text));
}
