using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>Finds the statements of a large table that may match a request, without looking at the others.</summary>
/// <remarks>Each statement is found by its most selective dimension: the prefix of its resource, a substring of its resource behind a leading
/// wildcard, the value of a condition, the prefix of its action, or, if it has none of these, among those that are always looked at.
/// What the index does not find certainly does not match; what it finds is still matched in full.</remarks>
internal sealed class StatementIndex
{
    private readonly PrefixTrie resources;
    private readonly SubstringIndex substrings;
    private readonly PrefixTrie actions;
    private readonly EqualityTable[] equalities;
    private readonly int[] always;
    private readonly int[] everything;

    /// <summary>The Action elements of the statements found by a substring of their resource, one bit each; all bits where they are not numbered.</summary>
    private readonly ulong substringActions;

    internal StatementIndex(CompiledStatement[] statements, byte[]? elementOf)
    {
        IndexEntry[] entries = [.. statements.Select(static (statement, number) => new IndexEntry(number, statement))];
        IndexPlan plan = new(entries);
        resources = PrefixTrie.Build(plan.Prefixes);
        substrings = SubstringIndex.Build(plan.Substrings);
        actions = PrefixTrie.Build(plan.Actions);
        equalities = [.. plan.Values.GroupBy(static v => v.Key).Select(static group => new EqualityTable(group.Key, group.Select(static v => (v.Value, v.Number))))];
        always = [.. plan.Always];
        everything = [.. Enumerable.Range(0, statements.Length)];
        foreach ((_, int number) in plan.Substrings) substringActions |= elementOf is null ? ulong.MaxValue : 1UL << elementOf[number];
    }

    /// <summary>Gives all statements that may match to a visitor.</summary>
    /// <param name="request">The request.</param>
    /// <param name="matching">The Action elements that match or may match, one bit each; all bits where they are not numbered.</param>
    /// <param name="visitor">The visitor.</param>
    internal void Visit<TVisitor>(AuthorizationRequest request, ulong matching, ref TVisitor visitor)
        where TVisitor : struct, IVisitor, allows ref struct
    {
        if (!CanIndex(request))
        {
            visitor.Visit(everything);
            return;
        }

        if (!visitor.Visit(always)) return;
        foreach (EqualityTable table in equalities)
        {
            if (!visitor.Visit(table.Find(request.Context))) return;
        }

        for (PrefixTrie.Walk walk = resources.Find(request.MatchedResource); walk.MoveNext();)
        {
            if (!visitor.VisitAgain(walk.Numbers)) return;
        }

        for (PrefixTrie.Walk walk = actions.Find(request.Action); walk.MoveNext();)
        {
            if (!visitor.VisitAgain(walk.Numbers)) return;
        }

        if ((substringActions & matching) != 0) VisitSubstrings(request.MatchedResource, ref visitor);
    }

    private void VisitSubstrings<TVisitor>(string resource, ref TVisitor visitor)
        where TVisitor : struct, IVisitor, allows ref struct
    {
        SubstringIndex.Walk walk = substrings.Find(resource);
        while (walk.MoveNext() && visitor.VisitAgain(walk.Numbers))
        {
            // The visitor does what there is to do.
        }

        walk.Dispose();
    }

    /// <summary>Requests whose texts are not of the usual form are undecided for patterns that look quite different.</summary>
    private static bool CanIndex(AuthorizationRequest request)
    {
        if (request.ActionColon < 0) return false;
        if (request.MatchedResource == "*") return true;
        return request.HasAsciiHead;
    }

    /// <summary>Gets the statements that an index finds.</summary>
    internal interface IVisitor
    {
        /// <summary>Gets statements that are given once.</summary>
        /// <returns>True to go on.</returns>
        bool Visit(ReadOnlySpan<int> numbers);

        /// <summary>Gets statements of which one may have been given before.</summary>
        /// <returns>True to go on.</returns>
        bool VisitAgain(ReadOnlySpan<int> numbers);
    }
}
