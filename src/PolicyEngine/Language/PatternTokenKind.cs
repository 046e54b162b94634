namespace PolicyEngine.Language;

/// <summary>What one token of a pattern means.</summary>
internal enum PatternTokenKind
{
    /// <summary>Ordinary characters.</summary>
    Literal,

    /// <summary><c>*</c>: any characters, or none.</summary>
    AnyRun,

    /// <summary><c>?</c>: exactly one character.</summary>
    AnyOne,

    /// <summary><c>${key}</c> or <c>${key, 'default'}</c>.</summary>
    Variable,
}
