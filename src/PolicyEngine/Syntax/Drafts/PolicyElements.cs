namespace PolicyEngine.Syntax.Drafts;

/// <summary>The elements of a statement, then those of a document: a bit each, in the order of the names in <see cref="ElementNames"/>.</summary>
[Flags]
internal enum PolicyElements
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

    Version = 1 << 9,
    Id = 1 << 10,
    Statement = 1 << 11,
}
