namespace PolicyEngine.Matching;

/// <summary>The form of a pattern without variables, which tells the cheapest way to match it.</summary>
internal enum GlobShape
{
    /// <summary>Any other form.</summary>
    General,

    /// <summary><c>*</c>.</summary>
    Any,

    /// <summary><c>text</c>.</summary>
    Exact,

    /// <summary><c>text*</c>.</summary>
    Prefix,

    /// <summary><c>*text</c>.</summary>
    Suffix,

    /// <summary><c>text*text</c>.</summary>
    PrefixSuffix,

    /// <summary><c>text*text*text</c>, where the outer texts may be empty.</summary>
    Between,
}
