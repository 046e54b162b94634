namespace PolicyEngine.Syntax.Parsing;

/// <summary>The elements of a statement while it is read.</summary>
internal struct StatementParts
{
    internal StatementElements Seen;
    internal TextSpan SidSpan;
    internal TextSpan EffectSpan;
    internal string? Sid;
    internal string? EffectText;
    internal PrincipalElement? Principal;
    internal ActionElement? Action;
    internal ResourceElement? Resource;
    internal ConditionBlock? Condition;

    /// <summary>The names met that are none of a statement.</summary>
    internal HashSet<string>? Others;

    /// <summary>The statement that was read.</summary>
    internal readonly StatementDraft ToDraft(int index, TextSpan span)
    {
        Effect? effect = EffectText switch
        {
            "Allow" => Effect.Allow,
            "Deny" => Effect.Deny,
            _ => null,
        };
        Statement node = new()
        {
            Span = span,
            Sid = Sid,
            Effect = effect ?? default,
            Principal = Principal,
            Action = Action!,
            Resource = Resource,
            Condition = Condition,
        };
        return new StatementDraft
        {
            Node = node,
            Index = index,
            Seen = Seen,
            SidSpan = SidSpan,
            Effect = effect,
            EffectText = EffectText,
            EffectSpan = EffectSpan,
        };
    }
}
