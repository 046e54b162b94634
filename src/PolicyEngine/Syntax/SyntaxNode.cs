namespace PolicyEngine.Syntax;

/// <summary>A node of the syntax tree of a policy.</summary>
/// <remarks>Deeply immutable and safe for concurrent use. Equality is that of meaning and form: two nodes are equal when
/// all they hold is equal, wherever they are in their texts.</remarks>
public abstract partial record SyntaxNode
{
    private protected SyntaxNode()
    {
    }

    /// <summary>The place of the node in its text, in bytes; the empty span when it was not parsed.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Compares kinds of nodes; spans do not count.</summary>
    /// <param name="other">The other node.</param>
    /// <returns>True if both are nodes of one kind.</returns>
    public virtual bool Equals(SyntaxNode? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}
