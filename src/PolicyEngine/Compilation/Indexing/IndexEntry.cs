using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>The ways in which one statement can be found without looking at it.</summary>
/// <remarks>A way finds the statement for every request for which it could match or be undecided.</remarks>
internal sealed class IndexEntry
{
    internal IndexEntry(int number, CompiledStatement statement)
    {
        Number = number;
        if (statement.Resource is { IsNegated: false } resource && resource.Count > 0) ReadResources(resource);
        if (!statement.Action.IsNegated && statement.Action.Count > 0) ReadActions(statement.Action);
        foreach (ConditionMatcher condition in statement.Conditions)
        {
            if (condition is not { RequiredTexts: { } texts }) continue;
            Key = condition.Key;
            Values = texts;
            break;
        }
    }

    internal int Number { get; }

    /// <summary>Prefixes of resources, one of which a matching resource begins with; null where there is no such list.</summary>
    internal string[]? Prefixes { get; private set; }

    /// <summary>Substrings of resources, one of which a matching resource contains, for patterns without a prefix of their own.</summary>
    internal string[]? Substrings { get; private set; }

    /// <summary>Prefixes of actions, one of which a matching action begins with.</summary>
    internal string[]? Actions { get; private set; }

    /// <summary>A key whose value must be one of <see cref="Values"/>.</summary>
    internal ConditionKey? Key { get; }

    internal string[]? Values { get; }

    private void ReadResources(PatternList resource)
    {
        List<string> prefixes = [];
        List<string> substrings = [];
        for (int i = 0; i < resource.Count; i++)
        {
            RequestPattern pattern = resource[i];
            if (pattern.LiteralPrefix is { } prefix) prefixes.Add(prefix);
            else if (pattern.RequiredSubstring is { } substring) substrings.Add(substring);
            else return;
        }

        Prefixes = [.. prefixes];
        Substrings = [.. substrings];
    }

    private void ReadActions(PatternList actions)
    {
        List<string> prefixes = [];
        for (int i = 0; i < actions.Count; i++)
        {
            if (actions[i].LiteralPrefix is not { } prefix) return;
            prefixes.Add(prefix);
        }

        Actions = [.. prefixes];
    }
}
