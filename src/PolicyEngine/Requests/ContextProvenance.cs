namespace PolicyEngine;

/// <summary>Where the value of a condition key comes from.</summary>
public enum ContextProvenance
{
    /// <summary>The platform that received the call says so, as AWS does.</summary>
    Platform = 0,

    /// <summary>It follows from other facts, such as <c>aws:PrincipalArn</c> from the caller.</summary>
    Derived = 1,

    /// <summary>The caller sent it, such as a header or a parameter, and may have made it up.</summary>
    Caller = 2,
}
