namespace PolicyEngine;

/// <summary>What kind of caller sent a request.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
public enum CallerType
{
    /// <summary>No principal: the request is not signed.</summary>
    Anonymous = 0,

    /// <summary>The root user of an account.</summary>
    Root = 1,

    /// <summary>An IAM user, or a CloudFront origin access identity.</summary>
    User = 2,

    /// <summary>A session of a role.</summary>
    RoleSession = 3,

    /// <summary>A federated user session made with GetFederationToken.</summary>
    FederatedUser = 4,

    /// <summary>A caller of AssumeRoleWithWebIdentity, before it has a role.</summary>
    WebIdentity = 5,

    /// <summary>A caller of AssumeRoleWithSAML, before it has a role.</summary>
    Saml = 6,

    /// <summary>An AWS service that calls on its own account.</summary>
    Service = 7,
}
