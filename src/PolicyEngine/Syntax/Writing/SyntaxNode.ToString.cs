namespace PolicyEngine.Syntax;

/// <content>What a node looks like.</content>
public abstract partial record SyntaxNode
{
    /// <summary>The node as canonical JSON on one line: a document or a statement as an object, an element or a key as a member; of a value its text.</summary>
    /// <returns>Such as <c>"Action":["s3:GetObject","s3:PutObject"]</c>.</returns>
    public sealed override string ToString() => PolicyWriter.Describe(this);
}
