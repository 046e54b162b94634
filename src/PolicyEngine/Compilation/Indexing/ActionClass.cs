using PolicyEngine.Matching;
using PolicyEngine.Requests;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>What the action elements of a stack make of one action, which depends on nothing else in a request.</summary>
/// <param name="Action">The action as the request spells it.</param>
/// <param name="Matching">One bit for each element, or statement, that matches or may match.</param>
/// <param name="Undecided">One bit for each of those that only may match.</param>
internal sealed record ActionClass(string Action, ulong Matching, ulong Undecided);

/// <summary>Remembers the classes of the actions seen last.</summary>
/// <remarks>A direct-mapped table: an action that is not there costs one match with each element, and takes the place of another, so that
/// actions made up by an attacker cost time only. What is remembered is bounded in number and in length. Safe for concurrent use without locks: a
/// class is immutable, and is put in place by one write.</remarks>
internal sealed class ActionClasses(PatternList[] elements)
{
    /// <summary>The most elements that a table can tell apart.</summary>
    internal const int MaxElements = 64;

    /// <summary>Longer actions do not exist, and are not remembered.</summary>
    private const int MaxActionLength = 256;

    private const int Size = 128;
    private readonly ActionClass?[] classes = new ActionClass?[Size];

    /// <summary>The class of the request's action.</summary>
    internal ActionClass Find(AuthorizationRequest request)
    {
        if (request.Action.Length > MaxActionLength) return Classify(request);
        ref ActionClass? place = ref classes[request.ActionHash & (Size - 1)];
        ActionClass? known = place;
        return known is not null && known.Action == request.Action ? known : place = Classify(request);
    }

    private ActionClass Classify(AuthorizationRequest request)
    {
        ulong matching = 0;
        ulong undecided = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            MatchResult match = elements[i].Match(request);
            if (!match.IsFalse) matching |= 1UL << i;
            if (match.IsIndeterminate) undecided |= 1UL << i;
        }

        return new ActionClass(request.Action, matching, undecided);
    }
}
