namespace PolicyEngine.CloudTrail;

/// <summary>How a recorded call ended.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail record contents</see>.</remarks>
public enum AccessOutcome
{
    /// <summary>It failed for a reason other than authorization. The record does not tell how the policies decided.</summary>
    NotADenial = 0,

    /// <summary>It succeeded.</summary>
    Allowed = 1,

    /// <summary>It was denied.</summary>
    Denied = 2,

    /// <summary>The caller's credentials were refused before any policy was evaluated.</summary>
    NotAuthenticated = 3,
}
