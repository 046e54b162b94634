namespace PolicyEngine.Syntax;

/// <summary>One statement: what it does, and to whom, for which actions, on which resources, under which condition.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">IAM JSON policy elements: Statement</see>.</remarks>
public sealed record Statement : SyntaxNode
{
    /// <summary>The name of the statement; null when absent. It decides nothing.</summary>
    public string? Sid { get; init; }

    /// <summary>What the statement does where it applies.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Principal or NotPrincipal; null where the policy type has none.</summary>
    public PrincipalElement? Principal { get; init; }

    /// <summary>Action or NotAction.</summary>
    public required ActionElement Action { get; init; }

    /// <summary>Resource or NotResource; null where the policy type implies the resource.</summary>
    public ResourceElement? Resource { get; init; }

    /// <summary>The condition; null when absent, which is always true.</summary>
    public ConditionBlock? Condition { get; init; }
}
