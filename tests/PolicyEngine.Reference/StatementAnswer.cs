using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>A statement of the policy set, with its answer; of its principals also what each entry grants.</summary>
internal sealed record StatementAnswer(PolicyType Kind, int Level, Place Place, Effect Effect, Answer Answer, IReadOnlyList<(Grant Grant, Answer Answer)> Grants);
