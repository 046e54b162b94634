using System.Numerics;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>Matches the statements of a stack that the action and the index do not rule out, and tallies what each layer says.</summary>
/// <remarks>Stops at the first Deny that applies for certain and counts: nothing else can change the decision then. Passes over Allow statements of
/// a layer that has all the allow it can have.</remarks>
internal ref struct LayerScan : IStatementVisitor
{
    private readonly CompiledStack stack;
    private readonly AuthorizationRequest request;
    private readonly BoundaryFact boundary;
    private readonly PolicyKindSet attached;
    private readonly PolicyKindSet denying;
    private readonly Span<LayerTally> tallies;
    private ActionClass? actions;

    /// <summary>Prepares a scan.</summary>
    /// <param name="stack">The statements.</param>
    /// <param name="request">The request.</param>
    /// <param name="boundary">Whether a permissions boundary is attached to the caller.</param>
    /// <param name="attached">The kinds of policies that take part.</param>
    /// <param name="denying">The kinds of which a Deny counts.</param>
    /// <param name="tallies">One tally a layer.</param>
    internal LayerScan(
        CompiledStack stack, AuthorizationRequest request, BoundaryFact boundary, PolicyKindSet attached, PolicyKindSet denying, Span<LayerTally> tallies)
    {
        this.stack = stack;
        this.request = request;
        this.boundary = boundary;
        this.attached = attached;
        this.denying = denying;
        this.tallies = tallies;
    }

    /// <summary>Whether a Deny applies for certain and counts; the tallies are not complete then.</summary>
    internal bool IsDenied { get; private set; }

    /// <summary>Whether any match that was tallied is undecided.</summary>
    internal bool IsUndecided { get; private set; }

    /// <summary>Runs the scan.</summary>
    internal void Run()
    {
        actions = stack.Actions?.Find(request);
        if (stack.Index is { } index) index.Visit(request, ref this);
        else if (actions is not null) RunMasks(actions.Matching & AttachedStatements());
        else RunAll();
    }

    /// <inheritdoc/>
    public bool Take(ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            if (!TakeIndexed(number)) return false;
        }

        return true;
    }

    private readonly ulong AttachedStatements()
    {
        ulong all = 0;
        for (uint rest = attached.Bits; rest != 0; rest &= rest - 1) all |= stack.KindMasks[BitOperations.TrailingZeroCount(rest)];
        return all;
    }

    private void RunMasks(ulong matching)
    {
        for (ulong denies = matching & stack.Denies; denies != 0; denies &= denies - 1)
        {
            if (!TakeMasked(BitOperations.TrailingZeroCount(denies))) return;
        }

        for (ulong allows = matching & ~stack.Denies; allows != 0; allows &= allows - 1) TakeMasked(BitOperations.TrailingZeroCount(allows));
    }

    private void RunAll()
    {
        for (int number = 0; number < stack.Statements.Length; number++)
        {
            if (attached.Has(stack.Kinds[stack.LayerOf[number]]) && !Judge(number, stack.Statements[number].Action.Match(request))) return;
        }
    }

    private bool TakeMasked(int number) =>
        Judge(number, ((actions!.Undecided >> number) & 1) == 0 ? MatchResult.True : stack.Statements[number].Action.Match(request));

    private bool TakeIndexed(int number)
    {
        if (!attached.Has(stack.Kinds[stack.LayerOf[number]])) return true;
        if (stack.ElementOf is not { } elements) return Judge(number, stack.Statements[number].Action.Match(request));
        int element = elements[number];
        if (((actions!.Matching >> element) & 1) == 0) return true;
        return Judge(number, ((actions.Undecided >> element) & 1) == 0 ? MatchResult.True : stack.Statements[number].Action.Match(request));
    }

    /// <summary>Matches the rest of a statement and tallies it; false when nothing else can change the decision.</summary>
    private bool Judge(int number, MatchResult action)
    {
        CompiledStatement statement = stack.Statements[number];
        int layer = stack.LayerOf[number];
        ref LayerTally tally = ref tallies[layer];
        bool denies = statement.Denies;
        if (action.IsFalse || (!denies && tally.HasEveryAllow(stack.Kinds[layer]))) return true;
        MatchResult match = StatementMatcher.MatchRest(statement, request, action, boundary, out PrincipalMatch principal);
        if (match.IsFalse) return true;
        tally.Add(statement.Syntax.Effect, match, principal, request.Principal.Kind);
        IsUndecided |= match.IsIndeterminate || principal.IsUndecided;
        if (!denies || !match.IsTrue || !denying.Has(stack.Kinds[layer])) return true;
        IsDenied = true;
        return false;
    }
}
