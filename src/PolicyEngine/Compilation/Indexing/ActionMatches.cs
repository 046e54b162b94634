using PolicyEngine.Matching;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>What the action elements of a stack make of one action, which depends on nothing else in a request.</summary>
/// <param name="action">The action as the request spells it.</param>
/// <param name="matching">One bit for each element, or statement, that matches or may match.</param>
/// <param name="undecided">One bit for each of those that only may match.</param>
/// <param name="opened">In a small stack: one bit for each layer that allows whatever else is in the request.</param>
/// <param name="left">In a small stack: what matches or may match, but for Allow statements of opened layers, which change nothing.</param>
internal sealed class ActionMatches(string action, ulong matching, ulong undecided, ulong opened, ulong left) : ActionCacheEntry<ActionMatches>(action)
{
    internal ulong Matching { get; } = matching;

    internal ulong Undecided { get; } = undecided;

    internal ulong LayersAllowedByAction { get; } = opened;

    internal ulong StatementsToMatch { get; } = left;
}

/// <summary>Finds the classes of actions, and remembers those seen last.</summary>
/// <param name="elements">The action elements.</param>
/// <param name="masks">The masks of the statements that have these elements, in a small stack.</param>
internal sealed class ActionMatchTable(PatternList[] elements, StatementMasks? masks)
{
    /// <summary>The most elements that a class can tell apart.</summary>
    internal const int MaxElements = StatementMasks.MostBits;

    private readonly ActionCache<ActionMatches> memo = new();

    /// <summary>The class of the request's action; one that is not remembered costs one match with each element.</summary>
    internal ActionMatches Find(AuthorizationRequest request) => memo.Find(request) ?? memo.Add(request, Classify(request));

    private ActionMatches Classify(AuthorizationRequest request)
    {
        ulong matching = 0;
        ulong undecided = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            MatchResult match = elements[i].Match(request);
            if (!match.IsFalse) matching |= 1UL << i;
            if (match.IsIndeterminate) undecided |= 1UL << i;
        }

        ulong opened = masks?.FindLayersAllowedByAction(matching & ~undecided) ?? 0;
        return new ActionMatches(request.Action, matching, undecided, opened, masks?.FindStatementsToMatch(matching, opened) ?? matching);
    }
}
