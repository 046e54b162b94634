namespace PolicyEngine.Evaluation;

/// <summary>How a scan goes on after a statement.</summary>
internal enum ScanState
{
    /// <summary>With the next statement.</summary>
    Continue,

    /// <summary>Without the other Allow statements of the same layer, which can change nothing.</summary>
    SkipAllowsOfLayer,

    /// <summary>Not at all: the decision is settled.</summary>
    Stop,
}
