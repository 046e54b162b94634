namespace PolicyEngine.Syntax.Parsing;

/// <summary>Lists that grow once for a whole document. Each kind of list holds none of its own kind, so that one of each is enough.</summary>
internal sealed class ParseBuffers
{
    private readonly List<TextValue> texts = [];
    private readonly List<ConditionValue> values = [];
    private readonly List<ConditionEntry> entries = [];
    private readonly List<ConditionClause> clauses = [];

    internal List<TextValue> Texts => Emptied(texts);

    internal List<ConditionValue> Values => Emptied(values);

    internal List<ConditionEntry> Entries => Emptied(entries);

    internal List<ConditionClause> Clauses => Emptied(clauses);

    private static List<T> Emptied<T>(List<T> list)
    {
        list.Clear();
        return list;
    }
}
