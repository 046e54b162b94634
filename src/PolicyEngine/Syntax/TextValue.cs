namespace PolicyEngine.Syntax;

/// <summary>A string of a policy, decoded: an action, a resource or a principal.</summary>
public sealed record TextValue : SyntaxNode
{
    /// <summary>The text with all JSON escapes decoded; nothing is trimmed or normalized.</summary>
    public required string Text { get; init; }
}
