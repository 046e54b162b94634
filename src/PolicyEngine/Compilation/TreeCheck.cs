using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>Finds what no text can be read as: nodes that are null, values that are in no enumeration, operators and keys that no policy can name.</summary>
/// <remarks>What the parser would refuse and a tree can mean all the same, such as malformed patterns, is compiled to matches that stay undecided.</remarks>
internal static class TreeCheck
{
    /// <summary>The first such node of a document as a sentence that names it; null where there is none.</summary>
    internal static string? FindFault(PolicyDocument document)
    {
        if (!Enum.IsDefined(document.Type)) return "the document has a type that is none.";
        if (document.Version is { } version && !Enum.IsDefined(version)) return "the document has a version that is none.";
        for (int i = 0; i < document.Statements.Count; i++)
        {
            if (FindFault(document.Statements[i]) is { } fault) return $"Statement[{i}] {fault}.";
        }

        return null;
    }

    private static string? FindFault(Statement? statement)
    {
        if (statement is null) return "is null";
        if (!Enum.IsDefined(statement.Effect)) return "has an effect that is neither Allow nor Deny";
        if (statement.Action is null) return "has an Action that is null";
        if (HasNull(statement.Action.Patterns)) return $"has a text in {statement.Action.Name} that is null";
        if (statement.Resource is { } resource && HasNull(resource.Patterns)) return $"has a text in {resource.Name} that is null";
        foreach (PrincipalGroup? group in statement.Principal?.Groups ?? [])
        {
            if (group is null || !Enum.IsDefined(group.Type)) return "has a group of principals of a type that is none";
            if (HasNull(group.Values)) return $"has a text in {statement.Principal!.Name} that is null";
        }

        foreach (ConditionClause? clause in statement.Condition?.Clauses ?? [])
        {
            if (FindFault(clause) is { } fault) return fault;
        }

        return null;
    }

    private static string? FindFault(ConditionClause? clause)
    {
        if (clause is null) return "has an operator in Condition that is null";
        ConditionOperator op = clause.Operator;
        bool isNamed = Enum.IsDefined(op.Kind) && Enum.IsDefined(op.Qualifier) && !(op.Kind == ConditionOperatorKind.Null && op.IfExists);
        if (!isNamed) return "has an operator in Condition that no policy can name";
        foreach (ConditionEntry? entry in clause.Entries)
        {
            if (entry?.Key is not { Length: > 0 }) return "has a key in Condition that is none";
            foreach (ConditionValue? value in entry.Values)
            {
                if (value?.Text is null) return "has a value in Condition that is null";
            }
        }

        return null;
    }

    private static bool HasNull(SyntaxList<TextValue> values)
    {
        foreach (TextValue? value in values)
        {
            if (value?.Text is null) return true;
        }

        return false;
    }
}
