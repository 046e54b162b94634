namespace PolicyEngine.Syntax;

/// <summary>Resource or NotResource: the resources that a statement names.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM JSON policy elements: Resource</see>.</remarks>
public sealed record ResourceElement : SyntaxNode
{
    /// <summary>True if this is NotResource, which matches everything but the resources named.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The patterns.</summary>
    public required SyntaxList<TextValue> Patterns { get; init; }

    /// <summary>The name of the element in a policy.</summary>
    public string Name => IsNegated ? "NotResource" : "Resource";
}
