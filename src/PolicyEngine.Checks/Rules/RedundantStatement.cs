using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of statements that say the same as an earlier one.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class RedundantStatement
{
    private static readonly DiagnosticDescriptor Redundant = new(
        "PE6082", "C-59", DiagnosticSeverity.Information, "Redundant statement",
        "The statement says the same as Statement[{0}]",
        "Remove it.");

    internal static CheckRule Rule { get; } = new(Redundant) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (document.Statements.Count < 2) return;
        Dictionary<string, CheckedStatement> seen = new(StringComparer.Ordinal);
        context.ForEach(new CheckedStatements(document), (own, statement) =>
        {
            string meaning = MeaningOf(document.Statements[Math.Max(statement.Index, 0)]);
            if (seen.TryAdd(meaning, statement)) return;
            CheckedStatement first = seen[meaning];
            FindingDetail detail = new() { Code = "REDUNDANT_STATEMENT", Fix = TextEdits.Remove(own.Source, statement.Span), Related = [new RelatedPlace($"Statement[{first.Index}]", first.Span)] };
            own.Find(Redundant, statement.Span, detail, first.Index);
        });
    }

    /// <summary>What a statement says, but for its Sid and the order of its lists.</summary>
    private static string MeaningOf(Statement statement) => string.Join('\n',
        statement.Effect.ToString(),
        statement.Principal is { } principal ? $"{principal.Name}{principal.IsEveryone}{Sorted(principal.Groups.Select(static group => $"{group.Type}{Sorted(group.Values.Select(static value => value.Text))}"))}" : "",
        $"{statement.Action.Name}{Sorted(statement.Action.Patterns.Select(static pattern => pattern.Text.ToLowerInvariant()))}",
        statement.Resource is { } resource ? $"{resource.Name}{Sorted(resource.Patterns.Select(static pattern => pattern.Text))}" : "",
        Sorted(statement.Condition?.Clauses.SelectMany(static clause => clause.Entries.Select(entry => $"{clause.Operator} {entry.Key.ToLowerInvariant()}{Sorted(entry.Values.Select(static value => value.Text))}")) ?? []));

    private static string Sorted(IEnumerable<string> texts) => string.Concat(texts.Order(StringComparer.Ordinal).Select(static text => $"[{text.Length}:{text}]"));
}
