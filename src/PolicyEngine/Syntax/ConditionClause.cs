namespace PolicyEngine.Syntax;

/// <summary>One operator of a condition with its keys.</summary>
public sealed record ConditionClause : SyntaxNode
{
    /// <summary>The operator.</summary>
    public required ConditionOperator Operator { get; init; }

    /// <summary>The keys in order; empty is always true.</summary>
    public required SyntaxList<ConditionEntry> Entries { get; init; }
}
