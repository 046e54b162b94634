namespace PolicyEngine.Syntax;

/// <summary>Action or NotAction: the actions that a statement names.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">IAM JSON policy elements: Action</see>.</remarks>
public sealed record ActionElement : SyntaxNode
{
    /// <summary>True if this is NotAction, which matches everything but the actions named.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The patterns.</summary>
    public required SyntaxList<TextValue> Patterns { get; init; }

    /// <summary>The name of the element in a policy.</summary>
    public string Name => IsNegated ? "NotAction" : "Action";
}
