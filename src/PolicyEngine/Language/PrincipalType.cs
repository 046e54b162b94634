namespace PolicyEngine.Syntax;

/// <summary>The types of principals that a policy can name.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
public enum PrincipalType
{
    /// <summary><c>AWS</c>: accounts, users, roles, sessions, or <c>*</c>.</summary>
    Aws = 0,

    /// <summary><c>Service</c>: AWS services.</summary>
    Service = 1,

    /// <summary><c>Federated</c>: identity providers, in trust policies only.</summary>
    Federated = 2,

    /// <summary><c>CanonicalUser</c>: the account behind an S3 canonical user id.</summary>
    CanonicalUser = 3,
}
