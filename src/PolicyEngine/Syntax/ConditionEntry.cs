namespace PolicyEngine.Syntax;

/// <summary>One condition key with the values that it is compared with.</summary>
public sealed record ConditionEntry : SyntaxNode
{
    /// <summary>The key as written; look-ups ignore its letter case.</summary>
    public required string Key { get; init; }

    /// <summary>The values: any of them for a positive operator, none of them for a negated one.</summary>
    public required SyntaxList<ConditionValue> Values { get; init; }
}
