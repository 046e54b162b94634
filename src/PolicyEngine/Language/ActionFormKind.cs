namespace PolicyEngine.Language;

/// <summary>What the text of one action pattern means.</summary>
internal enum ActionFormKind
{
    /// <summary>None of the accepted texts.</summary>
    Malformed,

    /// <summary><c>*</c> or <c>*:*</c>: every action of every service.</summary>
    Any,

    /// <summary><c>service:name</c>, with wildcards in the name only.</summary>
    Named,

    /// <summary>A wildcard in the service prefix.</summary>
    PrefixWildcard,
}
