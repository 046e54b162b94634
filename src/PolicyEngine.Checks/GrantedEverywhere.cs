using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>What a document grants on all resources: by an Allow without a condition, and not taken away by a Deny without one.</summary>
internal sealed class GrantedEverywhere
{
    private static readonly string[] Kinds = ["user/", "role/", "group/", "policy/"];
    private readonly List<CheckedStatement> allows = [];
    private readonly List<CheckedStatement> denies = [];

    internal GrantedEverywhere(CheckedStatements statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            CheckedStatement statement = statements[i];
            if (statement.Condition is { Clauses.Count: > 0 } || statement.Resource is not { IsNegated: false } resource) continue;
            if (statement.Allows && resource.Patterns.Any(static pattern => IsEverything(pattern.Text))) allows.Add(statement);
            if (statement.Denies && resource.Patterns.Any(static pattern => ValueText.IsStars(pattern.Text))) denies.Add(statement);
        }
    }

    /// <summary>The first statement that grants an action; null where none does.</summary>
    internal CheckedStatement? Find(string action)
    {
        if (denies.Exists(deny => ActionCoverage.Covers(deny.Action, action))) return null;
        foreach (CheckedStatement allow in allows)
        {
            if (ActionCoverage.Covers(allow.Action, action)) return allow;
        }

        return null;
    }

    /// <summary>True for all resources, and for all users, roles, groups or policies of an account.</summary>
    private static bool IsEverything(string resource)
    {
        if (ValueText.IsStars(resource)) return true;
        List<string> parts = ArnParts.SplitPattern(resource, variables: true);
        if (!ArnParts.ArePattern(parts) || !NameWildcard.IsMatch(parts[2], "iam")) return false;
        return ValueText.IsStars(parts[5]) || Array.Exists(Kinds, kind => parts[5].StartsWith(kind, StringComparison.Ordinal) && ValueText.IsStars(parts[5][kind.Length..]));
    }
}
