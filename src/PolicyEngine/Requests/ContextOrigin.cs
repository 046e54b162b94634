namespace PolicyEngine.Requests;

/// <summary>Where the value of a condition key comes from.</summary>
/// <remarks>Decisions do not depend on it; it is there so that values of untrusted callers can be told apart, and refused.</remarks>
public enum ContextOrigin
{
    /// <summary>Set by the platform that evaluates, which vouches for it.</summary>
    Platform = 0,

    /// <summary>Derived from other facts of the request.</summary>
    Derived = 1,

    /// <summary>Supplied by the caller of the request, such as a header or a parameter.</summary>
    Caller = 2,
}
