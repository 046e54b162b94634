namespace PolicyEngine.Syntax.Parsing;

/// <summary>A statement that was read and is to be checked: any element may be missing.</summary>
internal readonly struct StatementDraft
{
    /// <summary>The statement as it will stand in the document, if no error is found.</summary>
    internal required Statement Node { get; init; }

    /// <summary>The place in the document, counting what is no statement too; negative for a statement without an array.</summary>
    internal required int Index { get; init; }

    /// <summary>The names that stood in the statement, malformed elements and the second of a pair included.</summary>
    internal required StatementElements Seen { get; init; }

    internal required TextSpan SidSpan { get; init; }

    /// <summary>The effect; null when it is missing or malformed.</summary>
    internal required Effect? Effect { get; init; }

    internal required string? EffectText { get; init; }

    internal required TextSpan EffectSpan { get; init; }

    internal TextSpan Span => Node.Span;

    internal string? Sid => Node.Sid;

    internal PrincipalElement? Principal => Node.Principal;

    internal ActionElement? Action => Node.Action;

    internal ResourceElement? Resource => Node.Resource;

    internal ConditionBlock? Condition => Node.Condition;
}
