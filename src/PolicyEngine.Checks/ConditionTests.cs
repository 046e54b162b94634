using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Every key of a condition with its operator, in order: the one walk of a condition that the checks have. Takes no memory.</summary>
/// <param name="condition">The condition; null for none.</param>
internal readonly struct ConditionTests(ConditionBlock? condition)
{
    /// <summary>Walks the tests in order.</summary>
    public Enumerator GetEnumerator() => new(condition);

    /// <summary>True where some test is such.</summary>
    internal bool Exists(Func<ConditionTest, bool> isSuch)
    {
        foreach (ConditionTest test in this)
        {
            if (isSuch(test)) return true;
        }

        return false;
    }

    /// <summary>The tests that are such; none takes no memory.</summary>
    internal ConditionTest[] FindAll(Func<ConditionTest, bool> isSuch)
    {
        List<ConditionTest>? found = null;
        foreach (ConditionTest test in this)
        {
            if (isSuch(test)) (found ??= []).Add(test);
        }

        return found?.ToArray() ?? [];
    }

    /// <summary>Checks every value of every test.</summary>
    internal void CheckEach(AdviceContext context, Action<AdviceContext, ConditionTest, ConditionValue> check)
    {
        foreach (ConditionTest test in this) test.CheckEach(context, check);
    }

    /// <summary>A walk through the clauses and their entries.</summary>
    internal struct Enumerator(ConditionBlock? condition)
    {
        private readonly SyntaxList<ConditionClause> clauses = condition?.Clauses ?? default;
        private int clause;
        private int entry = -1;

        public readonly ConditionTest Current => new(condition!, clauses[clause], clauses[clause].Entries[entry]);

        public bool MoveNext()
        {
            entry++;
            for (; clause < clauses.Count; clause++)
            {
                if (entry < clauses[clause].Entries.Count) return true;
                entry = 0;
            }

            return false;
        }
    }
}
