namespace PolicyEngine.Syntax;

/// <summary>The principals of one type, such as <c>"AWS": ["111122223333"]</c>.</summary>
public sealed record PrincipalGroup : SyntaxNode
{
    /// <summary>The type.</summary>
    public required PrincipalType Type { get; init; }

    /// <summary>The principals.</summary>
    public required SyntaxList<TextValue> Values { get; init; }
}
