using System.Collections.Immutable;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;
using PolicyEngine.Language;
using PolicyEngine.Matching;
using PolicyEngine.Syntax;

namespace PolicyEngine.Explanation;

/// <summary>Walks one statement with the same matchers as evaluation and writes down what each of them answers.</summary>
internal sealed class StatementExplainer(CompiledStatement statement, AuthorizationRequest request, BoundaryAttachment boundary, string path)
{
    private readonly Statement syntax = statement.Syntax;

    internal StatementTrace Explain()
    {
        MatchResult match = StatementMatcher.Match(statement, request, boundary, out PrincipalMatch principal);
        ImmutableArray<TraceNode> elements = [.. ExplainElements()];
        return new StatementTrace
        {
            Index = statement.Index,
            Sid = syntax.Sid,
            Effect = syntax.Effect,
            Outcome = match.Outcome,
            Reason = match.IsFalse ? elements.First(static element => element.Outcome == MatchOutcome.False).Reason : match.Reason,
            Applies = DenyOverrides.Applies(syntax.Effect, match.Outcome),
            Principal = principal.Certain,
            Span = syntax.Span,
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
    private TraceNode Missing(string name, MatchResult match, string own) => Node(name, $"{path}.{name}", syntax.Span, match, own);

    private TraceNode ExplainPrincipal(PrincipalMatcher matcher, PrincipalElement element)
    {
        string caller = request.Principal.ToString();
        string elementPath = $"{path}.{element.Name}";
        bool atGateway = matcher.IsAtGateway(request);
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
        return Node(element.Name, elementPath, element.Span, match, caller) with { Children = [.. children] };

        TraceNode Entry(string label, string entryPath, TextSpan span, string text) =>
            Node(label, entryPath, span, matcher[children.Count].Match(request.Principal, atGateway), caller) with { PolicyText = text };
    }

    private TraceNode ExplainPatterns(PatternList list, string name, TextSpan span, SyntaxList<TextValue> patterns, string own)
    {
        string elementPath = $"{path}.{name}";
        ImmutableArray<TraceNode>.Builder children = ImmutableArray.CreateBuilder<TraceNode>(patterns.Count);
        for (int i = 0; i < patterns.Count; i++)
        {
            string index = patterns.IsSingle ? "" : $"[{i}]";
            children.Add(Node(name, elementPath + index, patterns[i].Span, list[i].Match(request), own) with { PolicyText = patterns[i].Text });
        }

        return Node(name, elementPath, span, list.Match(request), own) with { Children = children.ToImmutable() };
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
                children.Add(Node($"{op} {entry.Key}", $"{path}.Condition.{op}.{entry.Key}", entry.Span, match, own) with { PolicyText = policy });
                all = all.And(match);
            }
        }

        return Node("Condition", $"{path}.Condition", condition.Span, all, "") with { Children = [.. children] };
    }

    private static TraceNode Node(string label, string nodePath, TextSpan span, MatchResult match, string own) => new()
    {
        Label = label,
        Path = nodePath,
        Span = span,
        Outcome = match.Outcome,
        Reason = match.Reason,
        RequestText = own,
    };
}
