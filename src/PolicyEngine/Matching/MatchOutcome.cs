namespace PolicyEngine;

/// <summary>The three-valued answer to a match question.</summary>
public enum MatchOutcome
{
    /// <summary>It definitely does not match.</summary>
    False = 0,

    /// <summary>It definitely matches.</summary>
    True = 1,

    /// <summary>It cannot be decided: something is malformed, unknown or undocumented. A Deny applies then, an Allow does not.</summary>
    Indeterminate = 2,
}
