namespace PolicyEngine.Syntax.Parsing;

/// <summary>The elements of a document, a bit each in the order of <see cref="ElementNames.OfDocument"/>.</summary>
[Flags]
internal enum DocumentElements
{
    None = 0,
    Version = 1,
    Id = 1 << 1,
    Statement = 1 << 2,
}
