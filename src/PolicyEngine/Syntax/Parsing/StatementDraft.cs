using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>A statement while it is read: any element may still be missing.</summary>
internal sealed class StatementDraft(int index)
{
    /// <summary>The place in the document, counting what is no statement too; negative for a statement without an array.</summary>
    internal int Index => index;

    internal TextSpan Span { get; set; }

    internal TextValue? Sid { get; set; }

    internal TextValue? EffectText { get; set; }

    internal PrincipalElement? Principal { get; set; }

    internal ActionElement? Action { get; set; }

    internal ResourceElement? Resource { get; set; }

    internal ConditionBlock? Condition { get; set; }

    /// <summary>The names that stood in the statement, malformed elements and the second of a pair included.</summary>
    internal StatementElements Seen { get; set; }

    internal Effect? Effect => EffectText?.Text switch
    {
        "Allow" => Syntax.Effect.Allow,
        "Deny" => Syntax.Effect.Deny,
        _ => null,
    };

    /// <summary>The finished statement; only called when no error was reported.</summary>
    internal Statement ToStatement() => new()
    {
        Span = Span,
        Sid = Sid?.Text,
        Effect = Effect ?? throw new System.Diagnostics.UnreachableException(),
        Principal = Principal,
        Action = Action ?? throw new System.Diagnostics.UnreachableException(),
        Resource = Resource,
        Condition = Condition,
    };
}
