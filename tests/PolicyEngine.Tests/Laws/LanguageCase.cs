using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>A document and a request near it.</summary>
public sealed record LanguageCase(PolicyDocument Document, AuthorizationRequest Request)
{
    /// <summary>Smaller cases: without a statement, an element's entry, a condition or a context key.</summary>
    internal IEnumerable<LanguageCase> Shrink()
    {
        foreach (SyntaxList<Statement> fewer in Without(Document.Statements).Where(static list => list.Count > 0)) yield return this with { Document = Document with { Statements = fewer } };
        for (int i = 0; i < Document.Statements.Count; i++)
        {
            int place = i;
            foreach (Statement smaller in Shrink(Document.Statements[i]))
            {
                yield return this with { Document = Document with { Statements = [.. Document.Statements.Select((s, at) => at == place ? smaller : s)] } };
            }
        }

        KeyValuePair<string, ContextValue>[] entries = [.. Request.Context];
        for (int i = 0; i < entries.Length; i++)
        {
            RequestContextBuilder builder = new();
            foreach ((string name, ContextValue value) in entries.Where((_, at) => at != i)) builder.Set(name, value);
            yield return this with { Request = new AuthorizationRequest(Request.Principal, Request.Action, Request.Resource, builder.Build()) { Endpoint = Request.Endpoint } };
        }
    }

    /// <summary>The policy as text, and all of the request.</summary>
    public override string ToString() => $"""
        {Document.Type} {PolicyWriter.Write(Document)}
        {Request} {Request.Endpoint?.Type}
        {Request.Principal.Kind} role {Request.Principal.RoleArn} issuer {Request.Principal.IssuerArn} id {Request.Principal.UniqueId} canonical {Request.Principal.CanonicalUserId} boundary {Request.Principal.HasPermissionsBoundary}
        {string.Join("; ", Request.Context.Select(static e => $"{e.Key} = {e.Value}"))}
        """;

    private static IEnumerable<Statement> Shrink(Statement statement)
    {
        SyntaxList<TextValue> all = [new TextValue { Text = "*" }];
        if (statement.Action.Patterns.All(static p => p.Text != "*") || statement.Action.IsNegated) yield return statement with { Action = new ActionElement { Patterns = all } };
        foreach (SyntaxList<TextValue> fewer in Without(statement.Action.Patterns)) yield return statement with { Action = statement.Action with { Patterns = fewer } };
        if (statement.Resource is { } resource)
        {
            if (resource.Patterns.All(static p => p.Text != "*") || resource.IsNegated) yield return statement with { Resource = new ResourceElement { Patterns = all } };
            foreach (SyntaxList<TextValue> fewer in Without(resource.Patterns)) yield return statement with { Resource = resource with { Patterns = fewer } };
        }

        if (statement.Principal is { IsEveryone: false } principal)
        {
            yield return statement with { Principal = new PrincipalElement { IsEveryone = true } };
            foreach (SyntaxList<PrincipalGroup> fewer in Without(principal.Groups)) yield return statement with { Principal = principal with { Groups = fewer } };
            foreach (PrincipalGroup group in principal.Groups.Where(static g => g.Values.Count > 1))
            {
                foreach (SyntaxList<TextValue> fewer in Without(group.Values)) yield return statement with { Principal = principal with { Groups = [.. principal.Groups.Select(g => ReferenceEquals(g, group) ? g with { Values = fewer } : g)] } };
            }
        }

        if (statement.Condition is not { } condition) yield break;
        yield return statement with { Condition = null };
        foreach (SyntaxList<ConditionClause> fewer in Without(condition.Clauses)) yield return statement with { Condition = condition with { Clauses = fewer } };
        foreach (ConditionClause clause in condition.Clauses.Where(static c => c.Entries.Count == 1 && c.Entries[0].Values.Count > 1))
        {
            foreach (SyntaxList<ConditionValue> fewer in Without(clause.Entries[0].Values))
            {
                yield return statement with { Condition = condition with { Clauses = [.. condition.Clauses.Select(c => ReferenceEquals(c, clause) ? c with { Entries = [c.Entries[0] with { Values = fewer }] } : c)] } };
            }
        }
    }

    private static IEnumerable<SyntaxList<T>> Without<T>(SyntaxList<T> list) =>
        Enumerable.Range(0, list.Count).Select(dropped => (SyntaxList<T>)[.. list.Where((_, at) => at != dropped)]);
}
