namespace PolicyEngine.Evaluation;

/// <summary>The effects of all statements of one layer that apply.</summary>
[Flags]
internal enum LayerEffects : byte
{
    /// <summary>No statement applies.</summary>
    None = 0,

    /// <summary>A Deny applies.</summary>
    Denies = 1,

    /// <summary>An Allow applies that names the account of the caller, or is in a policy without principals.</summary>
    Allows = 2,

    /// <summary>An Allow applies that names the role, or the user who issued the session.</summary>
    AllowsSessionIssuer = 4,

    /// <summary>An Allow applies that names the caller, or everyone.</summary>
    AllowsCaller = 8,
}
