using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Smaller statements, element by element; each is shorter as text.</summary>
internal static class StatementShrink
{
    internal static IEnumerable<Statement> Of(Statement statement)
    {
        if (statement.Condition is not null) yield return statement with { Condition = null };
        if (statement.Sid is not null) yield return statement with { Sid = null };
        foreach (PrincipalElement smaller in Principal(statement.Principal)) yield return statement with { Principal = smaller };
        foreach (ActionElement smaller in Action(statement.Action)) yield return statement with { Action = smaller };
        foreach (ResourceElement smaller in Resource(statement.Resource)) yield return statement with { Resource = smaller };
        if (statement.Condition is null) yield break;
        foreach (ConditionBlock smaller in Condition(statement.Condition)) yield return statement with { Condition = smaller };
    }

    internal static IEnumerable<PrincipalElement> Principal(PrincipalElement? element)
    {
        if (element is null or { IsEveryone: true, IsNegated: false }) yield break;
        if (element.IsNegated) yield return element with { IsNegated = false };
        if (element.IsEveryone) yield break;
        yield return new PrincipalElement { IsNegated = element.IsNegated, IsEveryone = true };
        foreach (PrincipalGroup[] fewer in ListShrink.Without(element.Groups).Where(static g => g.Length > 0)) yield return element with { Groups = [.. fewer] };
        foreach (PrincipalGroup[] smaller in ListShrink.Within(element.Groups, Group)) yield return element with { Groups = [.. smaller] };
    }

    internal static IEnumerable<ConditionBlock> Condition(ConditionBlock block)
    {
        foreach (ConditionClause[] fewer in ListShrink.Without(block.Clauses).Where(static c => c.Length > 0)) yield return block with { Clauses = [.. fewer] };
        foreach (ConditionClause[] smaller in ListShrink.Within(block.Clauses, Clause))
        {
            if (smaller.DistinctBy(static c => c.Operator).Count() == smaller.Length) yield return block with { Clauses = [.. smaller] };
        }
    }

    private static IEnumerable<PrincipalGroup> Group(PrincipalGroup group) =>
        ListShrink.Of(group.Values, static _ => []).Select(values => group with { Values = values });

    private static IEnumerable<ActionElement> Action(ActionElement element)
    {
        if (element.IsNegated) yield return element with { IsNegated = false };
        foreach (SyntaxList<TextValue> patterns in ListShrink.Of(element.Patterns, Text)) yield return element with { Patterns = patterns };
    }

    private static IEnumerable<ResourceElement> Resource(ResourceElement? element)
    {
        if (element is null) yield break;
        if (element.IsNegated) yield return element with { IsNegated = false };
        foreach (SyntaxList<TextValue> patterns in ListShrink.Of(element.Patterns, Text)) yield return element with { Patterns = patterns };
    }

    private static IEnumerable<TextValue> Text(TextValue value) => TextShrink.Pattern(value.Text).Select(static text => new TextValue { Text = text });

    private static IEnumerable<ConditionClause> Clause(ConditionClause clause)
    {
        ConditionOperator op = clause.Operator;
        if (op.IfExists) yield return clause with { Operator = op with { IfExists = false } };
        if (op.Qualifier != SetQualifier.None) yield return clause with { Operator = op with { Qualifier = SetQualifier.None } };
        foreach (ConditionEntry[] fewer in ListShrink.Without(clause.Entries).Where(static e => e.Length > 0)) yield return clause with { Entries = [.. fewer] };
        foreach (ConditionEntry[] smaller in ListShrink.Within(clause.Entries, Entry)) yield return clause with { Entries = [.. smaller] };
    }

    private static IEnumerable<ConditionEntry> Entry(ConditionEntry entry) =>
        ListShrink.Of(entry.Values, static value => TextShrink.Of(value.Text).Select(text => value with { Text = text })).Select(values => entry with { Values = values });
}
