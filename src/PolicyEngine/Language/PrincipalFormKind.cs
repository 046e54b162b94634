namespace PolicyEngine.Language;

/// <summary>What the text of one principal means.</summary>
internal enum PrincipalFormKind
{
    /// <summary>None of the accepted texts.</summary>
    Malformed,

    /// <summary>None of the accepted texts, and no ARN either: nobody, in policies that a service stores with it.</summary>
    Nobody,

    /// <summary><c>*</c> under AWS.</summary>
    AnyAws,

    /// <summary>12 digits: an account, in any partition.</summary>
    Account,

    /// <summary><c>arn:P:iam::ACCT:root</c>: an account of one partition.</summary>
    AccountRoot,

    /// <summary>A user, or a CloudFront origin access identity: exact text.</summary>
    User,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A role session: exact text.</summary>
    Session,

    /// <summary>A federated user: exact text.</summary>
    FederatedUser,

    /// <summary>The unique id of a user or role.</summary>
    UniqueId,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>An identity provider.</summary>
    Federated,

    /// <summary>The canonical id of an account.</summary>
    CanonicalUser,

    /// <summary>A text with a wildcard: inside under AWS, anywhere under Service and Federated.</summary>
    Wildcard,

    /// <summary>A text with a policy variable.</summary>
    Variable,
}
