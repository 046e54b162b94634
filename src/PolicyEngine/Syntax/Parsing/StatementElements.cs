namespace PolicyEngine.Syntax.Parsing;

/// <summary>The elements of a statement, a bit each in the order of <see cref="ElementNames.OfStatement"/>.</summary>
[Flags]
internal enum StatementElements
{
    None = 0,
    Sid = 1,
    Effect = 1 << 1,
    Principal = 1 << 2,
    NotPrincipal = 1 << 3,
    Action = 1 << 4,
    NotAction = 1 << 5,
    Resource = 1 << 6,
    NotResource = 1 << 7,
    Condition = 1 << 8,
}
