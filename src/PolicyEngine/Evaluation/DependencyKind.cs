namespace PolicyEngine;

/// <summary>What sort of unknown a decision depends on.</summary>
public enum DependencyKind
{
    /// <summary>The value of a condition key, or whether the request has it.</summary>
    ConditionKey = 0,

    /// <summary>The attached policies of a kind.</summary>
    Policies = 1,

    /// <summary>Who the caller is.</summary>
    Principal = 2,

    /// <summary>The account that owns the resource.</summary>
    ResourceAccount = 3,

    /// <summary>The resource itself.</summary>
    ResourceArn = 4,
}
