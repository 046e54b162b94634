using System.Collections.Immutable;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;
using PolicyEngine.Language;
using PolicyEngine.Matching;
using PolicyEngine.Syntax;

namespace PolicyEngine.Explanation;

/// <summary>Matches one statement with the matchers of evaluation, and keeps the result of each.</summary>
internal sealed class StatementExplainer(CompiledStatement statement, AuthorizationRequest request, BoundaryAttachment boundary, string path)
{
    private readonly Statement syntax = statement.Syntax;

    internal StatementTrace Explain()
    {
        MatchResult match = StatementMatcher.Match(statement, request, boundary, out PrincipalMatch principal);
        ImmutableArray<TraceNode> elements = [.. ExplainElements()];
        return new StatementTrace(syntax, statement.Index)
        {
            Outcome = match.Outcome,
            Why = match.IsFalse ? elements.First(static element => element.Outcome == MatchOutcome.False).Why : match.Reason,
            Applies = DenyOverrides.Applies(syntax.Effect, match.Outcome),
            Principal = principal.Certain,
            Elements = elements,
        };
    }

    private IEnumerable<TraceNode> ExplainElements()
    {
        if (statement.Principal is { } principal)
        {
            yield return syntax.Principal is { } named
                ? ExplainPrincipal(principal, named)
                : Missing("Principal", principal.Match(request, boundary, out _), request.Principal.ToString());
        }

        yield return ExplainPatterns(statement.Action, syntax.Action.Name, syntax.Action.Span, syntax.Action.Patterns, request.Action);
        if (statement.Resource is { } resource)
        {
            yield return syntax.Resource is { } element
                ? ExplainPatterns(resource, element.Name, element.Span, element.Patterns, request.Resource)
                : Missing("Resource", resource.Match(request), request.Resource);
        }

        if (syntax.Condition is { } condition) yield return ExplainCondition(condition);
    }

    /// <summary>An element that the statement lacks though its type needs it.</summary>
    private TraceNode Missing(string name, MatchResult match, string own) => new(name, $"{path}.{name}", syntax.Span, match, own);

    private TraceNode ExplainPrincipal(PrincipalMatcher matcher, PrincipalElement element)
    {
        string caller = request.Principal.ToString();
        string elementPath = $"{path}.{element.Name}";
        GatewayReading gateway = matcher.ReadGateway(request);
        List<TraceNode> children = [];
        if (element.IsEveryone) children.Add(Entry("*", elementPath, element.Span, "*"));
        foreach (PrincipalGroup group in element.Groups)
        {
            string type = PrincipalTypeNames.NameOf(group.Type);
            for (int i = 0; i < group.Values.Count; i++)
            {
                string index = group.Values.IsSingle ? "" : $"[{i}]";
                children.Add(Entry(type, $"{elementPath}.{type}{index}", group.Values[i].Span, group.Values[i].Text));
            }
        }

        MatchResult match = matcher.Match(request, boundary, out _);
        return new TraceNode(element.Name, elementPath, element.Span, match, caller) { Children = [.. children] };

        TraceNode Entry(string label, string entryPath, TextSpan span, string text) =>
            new(label, entryPath, span, matcher[children.Count].Match(request.Principal, gateway), caller) { PolicyText = text };
    }

    private TraceNode ExplainPatterns(PatternList list, string name, TextSpan span, SyntaxList<TextValue> patterns, string own)
    {
        string elementPath = $"{path}.{name}";
        ImmutableArray<TraceNode>.Builder children = ImmutableArray.CreateBuilder<TraceNode>(patterns.Count);
        for (int i = 0; i < patterns.Count; i++)
        {
            string index = patterns.IsSingle ? "" : $"[{i}]";
            children.Add(new TraceNode(name, elementPath + index, patterns[i].Span, list[i].Match(request), own) { PolicyText = patterns[i].Text });
        }

        return new TraceNode(name, elementPath, span, list.Match(request), own) { Children = children.ToImmutable() };
    }

    private TraceNode ExplainCondition(ConditionBlock condition)
    {
        MatchResult all = MatchResult.True;
        List<TraceNode> children = [];
        foreach (ConditionClause clause in condition.Clauses)
        {
            string op = clause.Operator.ToString();
            foreach (ConditionEntry entry in clause.Entries)
            {
                MatchResult match = statement.Conditions[children.Count].Match(request.Context);
                string own = request.Context[entry.Key]?.ToString() ?? "(missing)";
                string policy = entry.Values is { IsSingle: true } ? entry.Values[0].Text : $"[{string.Join(", ", entry.Values)}]";
                children.Add(new TraceNode($"{op} {entry.Key}", $"{path}.Condition.{op}.{entry.Key}", entry.Span, match, own) { PolicyText = policy });
                all = all.And(match);
            }
        }

        return new TraceNode("Condition", $"{path}.Condition", condition.Span, all, requestText: "") { Children = [.. children] };
    }
}
