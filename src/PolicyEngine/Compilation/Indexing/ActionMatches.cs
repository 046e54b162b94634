using PolicyEngine.Matching;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>The matches of the action elements of a table with one action, which depend on nothing else in a request.</summary>
/// <param name="action">The action as the request spells it.</param>
/// <param name="matching">One bit for each element, or statement, that matches or may match.</param>
/// <param name="undecided">One bit for each of those that only may match.</param>
/// <param name="layersAllowedByAction">In a small table: one bit for each layer that allows whatever else is in the request.</param>
/// <param name="statementsToMatch">In a small table: what matches or may match, but for Allow statements of these layers, which change nothing.</param>
internal sealed class ActionMatches(string action, ulong matching, ulong undecided, ulong layersAllowedByAction, ulong statementsToMatch) : ActionCacheEntry<ActionMatches>(action)
{
    internal ulong Matching { get; } = matching;

    internal ulong Undecided { get; } = undecided;

    internal ulong LayersAllowedByAction { get; } = layersAllowedByAction;

    internal ulong StatementsToMatch { get; } = statementsToMatch;

    /// <summary>Matches the request's action with each element.</summary>
    /// <param name="elements">The action elements.</param>
    /// <param name="masks">The masks of the statements that have these elements, in a small table.</param>
    /// <param name="request">The request.</param>
    internal static ActionMatches Of(PatternList[] elements, StatementMasks? masks, AuthorizationRequest request)
    {
        ulong matching = 0;
        ulong undecided = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            MatchResult match = elements[i].Match(request);
            if (!match.IsFalse) matching |= 1UL << i;
            if (match.IsIndeterminate) undecided |= 1UL << i;
        }

        ulong allowed = masks?.FindLayersAllowedByAction(matching & ~undecided) ?? 0;
        return new ActionMatches(request.Action, matching, undecided, allowed, masks?.FindStatementsToMatch(matching, allowed) ?? matching);
    }
}
