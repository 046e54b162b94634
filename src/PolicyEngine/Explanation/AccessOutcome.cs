namespace PolicyEngine;

/// <summary>How a call ended that somebody recorded.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail record contents</see>.</remarks>
public enum AccessOutcome
{
    /// <summary>It failed for a reason that has nothing to do with policies, after authorization or before it: evidence of neither.</summary>
    NotADenial = 0,

    /// <summary>It succeeded.</summary>
    Allowed = 1,

    /// <summary>It was denied.</summary>
    Denied = 2,

    /// <summary>The caller's credentials were refused, so that no policy was asked.</summary>
    NotAuthenticated = 3,
}
