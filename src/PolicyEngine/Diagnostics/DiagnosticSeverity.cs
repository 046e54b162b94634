namespace PolicyEngine;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information = 0,

    /// <summary>Legal, but risky or probably not what the author meant.</summary>
    Warning = 1,

    /// <summary>The document is refused: it has no syntax tree and decides nothing.</summary>
    Error = 2,
}
