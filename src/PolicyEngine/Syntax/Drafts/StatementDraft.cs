namespace PolicyEngine.Syntax.Drafts;

/// <summary>A statement that was read and is to be checked: any element may be missing.</summary>
internal readonly struct StatementDraft
{
    /// <summary>The statement of the document, if no error is found.</summary>
    internal required Statement Node { get; init; }

    /// <summary>The place in the document, in which items that are no statement count too; negative for a statement without an array.</summary>
    internal required int Index { get; init; }

    /// <summary>The names in the statement, malformed elements and the second of a pair included.</summary>
    internal required PolicyElements Seen { get; init; }

    internal required TextSpan SidSpan { get; init; }

    internal required string? EffectText { get; init; }

    internal required TextSpan EffectSpan { get; init; }

    /// <summary>The effect; null when it is missing or malformed.</summary>
    internal Effect? Effect => ReadEffect(EffectText);

    internal TextSpan Span => Node.Span;

    internal string? Sid => Node.Sid;

    internal PrincipalElement? Principal => Node.Principal;

    internal ActionElement? Action => Node.Action;

    internal ResourceElement? Resource => Node.Resource;

    internal ConditionBlock? Condition => Node.Condition;

    internal static Effect? ReadEffect(string? text) => text switch
    {
        "Allow" => Syntax.Effect.Allow,
        "Deny" => Syntax.Effect.Deny,
        _ => null,
    };
}
