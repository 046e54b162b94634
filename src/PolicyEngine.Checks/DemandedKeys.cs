using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>The keys that a statement demands: without them it does not apply, so that no other test of them meets a request that lacks them.</summary>
internal readonly struct DemandedKeys(CheckedStatement statement)
{
    /// <summary>True where the key of a test is demanded by another test, or by a variable.</summary>
    internal bool Contains(ConditionTest test)
    {
        string key = test.Entry.Key;
        foreach (ConditionTest other in statement.Tests)
        {
            if (ReferenceEquals(other.Entry, test.Entry)) continue;
            bool isSame = ConditionKey.NameComparer.Equals(other.Entry.Key, key);
            if (isSame && other.IsFalseWhenMissing) return true;
            if (other.Entry.Values.Count > 0 && other.Entry.Values.All(value => HasVariable(value.Text, key))) return true;
        }

        return statement.Resource is { IsNegated: false, Patterns.Count: > 0 } resource && resource.Patterns.All(pattern => HasVariable(pattern.Text, key));
    }

    /// <summary>True where the text has the key as a variable without a default.</summary>
    private static bool HasVariable(string text, string key) => text.Contains("${" + key + "}", StringComparison.OrdinalIgnoreCase);
}
