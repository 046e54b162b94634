namespace PolicyEngine.Matching;

/// <summary>Which kinds of principal entries of a statement matched the caller.</summary>
/// <remarks>What a resource policy grants depends on it: an account entry delegates to the account's own policies, and an entry
/// that names the caller itself does not. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-resource.html">Resource-based policies and implicit denies</see>.</remarks>
[Flags]
internal enum PrincipalMatchKinds
{
    /// <summary>None matched, or the policy type has no principals.</summary>
    None = 0,

    /// <summary><c>"*"</c>.</summary>
    Everyone = 1,

    /// <summary><c>{"AWS": "*"}</c>.</summary>
    AnyAws = 1 << 1,

    /// <summary>The account of the caller, as 12 digits or root ARN.</summary>
    Account = 1 << 2,

    /// <summary>The canonical id of the caller's account.</summary>
    CanonicalUser = 1 << 3,

    /// <summary>The user, or the user who issued a federated session.</summary>
    User = 1 << 4,

    /// <summary>The role of the caller's session.</summary>
    Role = 1 << 5,

    /// <summary>The role session itself.</summary>
    Session = 1 << 6,

    /// <summary>The federated user itself.</summary>
    FederatedUser = 1 << 7,

    /// <summary>The unique id of the user or role.</summary>
    UniqueId = 1 << 8,

    /// <summary>The AWS service.</summary>
    Service = 1 << 9,

    /// <summary>The identity provider.</summary>
    Federated = 1 << 10,

    /// <summary>NotPrincipal, which does not name the caller.</summary>
    NotPrincipal = 1 << 11,
}
