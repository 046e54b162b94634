namespace PolicyEngine.Syntax;

/// <summary>One value of a condition key.</summary>
public sealed record ConditionValue : SyntaxNode
{
    /// <summary>The text: a string decoded, or the source text of a number or Boolean.</summary>
    public required string Text { get; init; }

    /// <summary>How the policy wrote it.</summary>
    public ConditionValueForm Form { get; init; }
}
