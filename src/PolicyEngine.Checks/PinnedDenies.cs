using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>The actions that a document denies outside some endpoints or VPCs.</summary>
internal sealed class PinnedDenies
{
    private const int LongestPrefix = 128;
    private readonly HashSet<string> exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> prefixes = new(StringComparer.OrdinalIgnoreCase);
    private bool hasNegated;

    internal static PinnedDenies Find(CheckedStatements statements)
    {
        PinnedDenies denies = new();
        for (int i = 0; i < statements.Count; i++)
        {
            CheckedStatement statement = statements[i];
            bool isPinned = statement.Tests.Exists(static test => ConditionKeys.IsOfEndpoint(test.Entry.Key) && test.IsTrueWhenMissing);
            if (!isPinned || statement is not { Effect: Effect.Deny, Action: { } action }) continue;
            denies.hasNegated |= action.IsNegated;
            foreach (TextValue pattern in action.Patterns) denies.Add(pattern.Text);
        }

        return denies;
    }

    /// <summary>Tells whether all actions of a statement are among them; a NotAction is taken to deny them all.</summary>
    internal bool Cover(ActionElement? action)
    {
        if (hasNegated) return true;
        if (action is not { IsNegated: false }) return prefixes.Contains("");
        foreach (TextValue pattern in action.Patterns)
        {
            if (!Covers(pattern.Text)) return false;
        }

        return true;
    }

    private void Add(string pattern)
    {
        string text = pattern == "*:*" ? "*" : pattern;
        int wildcard = text.AsSpan().IndexOfAny('*', '?');
        if (wildcard >= 0 && wildcard == text.Length - 1 && text[wildcard] == '*') prefixes.Add(text[..wildcard]);
        exact.Add(text);
    }

    private bool Covers(string pattern)
    {
        if (exact.Contains(pattern)) return true;
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = 0; length <= Math.Min(pattern.Length, LongestPrefix); length++)
        {
            if (lookup.Contains(pattern.AsSpan(0, length))) return true;
        }

        return false;
    }
}
