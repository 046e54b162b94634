namespace PolicyEngine.Matching;

/// <summary>How characters are compared. Always ordinal: no culture, no normalization.</summary>
internal enum TextComparison
{
    /// <summary>Code unit by code unit.</summary>
    Ordinal,

    /// <summary>A–Z equal a–z; nothing else is folded.</summary>
    IgnoreAsciiCase,

    /// <summary>Simple one-to-one case folding of all of Unicode.</summary>
    IgnoreUnicodeCase,
}
