using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>A policy text was checked.</summary>
/// <param name="Reading">The case as it was read.</param>
/// <param name="Question">The case.</param>
/// <param name="IsValid">True where the text is accepted.</param>
internal sealed record ValidityAnswer(CaseReading Reading, ParseCase Question, bool IsValid)
    : CaseAnswer(Reading)
{
    /// <inheritdoc/>
    internal override string Word => WordOf(IsValid);

    /// <inheritdoc/>
    internal override string? ExpectedWord => Question.ExpectedValid is { } expected ? WordOf(expected) : null;

    private static string WordOf(bool isValid) => isValid ? "valid" : "invalid";
}
