namespace PolicyEngine.Syntax;

/// <summary>The condition of a statement: all operators and all keys must hold.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM JSON policy elements: Condition</see>.</remarks>
public sealed record ConditionBlock : SyntaxNode
{
    /// <summary>The operators in order; empty is always true.</summary>
    public required SyntaxList<ConditionClause> Clauses { get; init; }
}
