namespace PolicyEngine;

/// <summary>Something unknown that could change a decision.</summary>
/// <remarks>Immutable. Its text is the word that the JSON of decisions and explanations has for it in <c>dependsOn</c>.</remarks>
public readonly record struct Dependency
{
    private readonly string? name;

    private Dependency(DependencyKind kind, string name, PolicyType? policies = null)
    {
        Kind = kind;
        this.name = name;
        Policies = policies;
    }

    /// <summary>Who the caller is: <c>principal</c>.</summary>
    internal static Dependency Principal { get; } = new(DependencyKind.Principal, "principal");

    /// <summary>The account that owns the resource: <c>resourceAccount</c>.</summary>
    internal static Dependency ResourceAccount { get; } = new(DependencyKind.ResourceAccount, "resourceAccount");

    /// <summary>The resource itself: <c>resourceArn</c>.</summary>
    internal static Dependency ResourceArn { get; } = new(DependencyKind.ResourceArn, "resourceArn");

    /// <summary>The sort of unknown.</summary>
    public DependencyKind Kind { get; }

    /// <summary>The name of the condition key, of the kind of policies such as <c>serviceControl</c>, or <c>principal</c>, <c>resourceAccount</c> or
    /// <c>resourceArn</c>.</summary>
    public string Name => name ?? "";

    /// <summary>The kind of policies; null for other sorts.</summary>
    public PolicyType? Policies { get; }

    /// <summary>The value of a condition key.</summary>
    internal static Dependency OnKey(string name) => new(DependencyKind.ConditionKey, name);

    /// <summary>The attached policies of a kind.</summary>
    internal static Dependency OnPolicies(PolicyType kind) => new(DependencyKind.Policies, PolicyTypeNames.NameOf(kind), kind);

    /// <summary>The same as <see cref="Name"/>.</summary>
    /// <returns>Such as <c>aws:SourceVpce</c>, <c>serviceControl</c> or <c>principal</c>.</returns>
    public override string ToString() => Name;
}
