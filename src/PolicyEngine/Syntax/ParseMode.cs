namespace PolicyEngine;

/// <summary>How strictly a document is read.</summary>
public enum ParseMode
{
    /// <summary>Refuses whatever AWS refuses when a policy is written, and more where that would be unsafe.</summary>
    Strict = 0,

    /// <summary>For documents read back from AWS: tolerates a fixed list of deviations, each with a fixed meaning and a
    /// warning. All else is refused as in <see cref="Strict"/>.</summary>
    Stored = 1,
}
