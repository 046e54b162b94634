namespace PolicyEngine.Checks;

/// <summary>One issue code of AWS's policy validation.</summary>
/// <param name="name">The code, such as <c>INVALID_ACTION</c>.</param>
/// <param name="type">AWS's rank of it.</param>
/// <param name="ids">The ids of the findings that can stand for it; none for a code that is never reported.</param>
internal sealed class AwsIssueCode(string name, AwsFindingType type, params string[] ids)
{
    internal string Name => name;

    internal AwsFindingType Type => type;

    internal IReadOnlyList<string> Ids => ids;
}
