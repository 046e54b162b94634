namespace PolicyEngine.Checks;

/// <summary>One check of documents that parse, and the kinds of findings that it makes.</summary>
/// <param name="descriptors">The kinds of findings, by id.</param>
internal sealed class CheckRule(params DiagnosticDescriptor[] descriptors)
{
    internal IReadOnlyList<DiagnosticDescriptor> Descriptors => descriptors;

    /// <summary>Checks one statement; the path is that of the statement.</summary>
    internal Action<AdviceContext, CheckedStatement>? Statement { get; init; }

    /// <summary>Checks a document as a whole; the path is empty, and <see cref="AdviceContext.ForEach"/> goes to each statement.</summary>
    internal Action<AdviceContext, PolicyDocument>? Document { get; init; }
}
