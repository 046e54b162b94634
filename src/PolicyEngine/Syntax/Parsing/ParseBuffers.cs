namespace PolicyEngine.Syntax.Parsing;

/// <summary>Lists that grow once for a whole document, made when they are first asked for. Each kind of list holds none of its own kind, so that one of each is enough.</summary>
internal sealed class ParseBuffers
{
    private List<TextValue>? texts;
    private List<ConditionValue>? values;
    private List<ConditionEntry>? entries;
    private List<ConditionClause>? clauses;
    private List<PrincipalGroup>? groups;

    internal List<TextValue> Texts => texts ??= [];

    internal List<ConditionValue> Values => values ??= [];

    internal List<ConditionEntry> Entries => entries ??= [];

    internal List<ConditionClause> Clauses => clauses ??= [];

    internal List<PrincipalGroup> Groups => groups ??= [];
}
