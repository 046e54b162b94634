using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Running;

/// <summary>The condition keys that policies ask for, in conditions and in policy variables.</summary>
internal static class PolicyKeys
{
    /// <summary>A call whose context has every key that the policies ask for: what it says nothing of is unknown, not absent.</summary>
    internal static RequestContext Complete(RequestContext context, RequestContext absent, PolicySet policies)
    {
        RequestContextBuilder builder = new();
        foreach ((string key, ContextValue value) in context) builder.Set(key, value);
        foreach (string key in Of(policies))
        {
            if (context[key] is null && absent[key] is null) builder.SetUnknown(key);
        }

        return builder.Build();
    }

    private static IEnumerable<string> Of(PolicySet policies)
    {
        foreach (PolicyType kind in PolicySet.Types)
        {
            IEnumerable<Statement> statements = policies[kind].Levels.SelectMany(static level => level.Documents).SelectMany(static document => document.Statements);
            foreach (string key in statements.SelectMany(Of)) yield return key;
        }
    }

    private static IEnumerable<string> Of(Statement statement)
    {
        IEnumerable<string> texts = statement.Resource?.Patterns.Select(static pattern => pattern.Text) ?? [];
        IEnumerable<ConditionEntry> entries = statement.Condition?.Clauses.SelectMany(static clause => clause.Entries) ?? [];
        foreach (ConditionEntry entry in entries)
        {
            yield return entry.Key;
            texts = texts.Concat(entry.Values.Select(static value => value.Text));
        }

        foreach (string key in texts.SelectMany(VariablesOf)) yield return key;
    }

    /// <summary>What stands between <c>${</c> and a comma or brace; something that is no variable does no harm as a key.</summary>
    private static IEnumerable<string> VariablesOf(string text)
    {
        foreach (string part in text.Split("${").Skip(1))
        {
            int end = part.AsSpan().IndexOfAny(',', '}');
            if (end > 0) yield return part[..end];
        }
    }
}
