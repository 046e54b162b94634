namespace PolicyEngine;

/// <summary>How the caller got the credentials of a request; some kinds cannot call some actions, whatever policies say.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS credentials</see>.</remarks>
public enum CredentialKind
{
    /// <summary>Not told: policies alone decide.</summary>
    Unknown = 0,

    /// <summary>Access keys of a user or root user.</summary>
    LongTerm = 1,

    /// <summary>From GetSessionToken.</summary>
    SessionToken = 2,

    /// <summary>From GetFederationToken.</summary>
    FederationToken = 3,

    /// <summary>From AssumeRole and its kin.</summary>
    Role = 4,
}
