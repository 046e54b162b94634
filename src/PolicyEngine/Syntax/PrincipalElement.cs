namespace PolicyEngine.Syntax;

/// <summary>Principal or NotPrincipal: whom a statement names.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
public sealed record PrincipalElement : SyntaxNode
{
    /// <summary>True if this is NotPrincipal, which matches all principals but those named.</summary>
    public bool IsNegated { get; init; }

    /// <summary>True if the element is the bare text <c>*</c>, which names all principals. It has no groups then.</summary>
    public bool IsEveryone { get; init; }

    /// <summary>The principals by type, in order; empty for <c>*</c> and for an empty object.</summary>
    public SyntaxList<PrincipalGroup> Groups { get; init; }

    /// <summary>The name of the element in a policy.</summary>
    public string Name => IsNegated ? "NotPrincipal" : "Principal";
}
