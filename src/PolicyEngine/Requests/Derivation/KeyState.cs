namespace PolicyEngine.Requests.Derivation;

/// <summary>What follows of a condition key from what is known of a call.</summary>
internal enum KeyState : byte
{
    /// <summary>The call has the key, or may have it, and nothing that is told tells its value: absent where a request is complete, otherwise unknown.</summary>
    Untold,

    /// <summary>Such a call does not have the key.</summary>
    Absent,

    /// <summary>Whatever is told, the value cannot be known.</summary>
    Unknown,

    /// <summary>The call has the key with a known value.</summary>
    Present,
}
