using System.Numerics;
using System.Runtime.CompilerServices;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>What can still change the decision once a statement was taken.</summary>
internal enum ScanState
{
    /// <summary>Any statement.</summary>
    Open,

    /// <summary>No other Allow of the same layer.</summary>
    LayerSettled,

    /// <summary>Nothing.</summary>
    Settled,
}

/// <summary>Gathers what the statements say that match, or may match.</summary>
internal interface IStatementCollector
{
    /// <summary>Takes the layers of a small stack that allow by the action alone, one bit each.</summary>
    void TakeOpened(ulong layers);

    /// <summary>The statements of a small stack that take no part, one bit each.</summary>
    ulong FindIdle(StatementMasks masks);

    /// <summary>Whether it matters at all what a statement says.</summary>
    bool Wants(int number, bool denies);

    /// <summary>Takes a statement that matches, or may match.</summary>
    ScanState Take(int number, bool denies, StatementMatch match);
}

/// <summary>Matches the statements of a stack that the action and the index leave over, and gives those that match, or may, to a judge.</summary>
/// <remarks>A statement that an index finds twice is given twice.</remarks>
internal ref struct StatementScan<TJudge> : IStatementVisitor
    where TJudge : struct, IStatementCollector, allows ref struct
{
    private readonly StatementTable stack;
    private readonly AuthorizationRequest request;
    private readonly BoundaryAttachment boundary;
    private readonly ActionMatches? actions;
    private TJudge judge;

    private StatementScan(StatementTable stack, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches? actions, TJudge judge)
    {
        this.stack = stack;
        this.request = request;
        this.boundary = boundary;
        this.actions = actions;
        this.judge = judge;
    }

    /// <summary>Runs a scan.</summary>
    /// <param name="stack">The statements.</param>
    /// <param name="request">The request.</param>
    /// <param name="boundary">Whether a permissions boundary is attached to the caller.</param>
    /// <param name="judge">Takes the statements.</param>
    internal static void Run(StatementTable stack, AuthorizationRequest request, BoundaryAttachment boundary, ref TJudge judge)
    {
        ActionMatches? known = stack.Actions?.Find(request);
        if (stack.Masks is { } masks)
        {
            RunMasks(stack, masks, request, boundary, known!, ref judge);
            return;
        }

        RunMany(stack, request, boundary, known, ref judge);
    }

    /// <summary>Runs over the statements of a large stack. A method of its own, so that small stacks make no room for a scan.</summary>
    private static void RunMany(StatementTable stack, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches? known, ref TJudge judge)
    {
        StatementScan<TJudge> scan = new(stack, request, boundary, known, judge);
        if (stack.Index is { } index) index.Visit(request, known is null ? ulong.MaxValue : known.Matching, ref scan);
        else scan.RunAll();
        judge = scan.judge;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunMasks(
        StatementTable stack, StatementMasks masks, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches known, ref TJudge judge)
    {
        ulong matching = known.StatementsToMatch & ~judge.FindIdle(masks);
        for (ulong denies = matching & masks.Denies; denies != 0; denies &= denies - 1)
        {
            int number = BitOperations.TrailingZeroCount(denies);
            StatementMatch match = MatchMasked(stack, request, boundary, known, number);
            if (!match.Result.IsFalse && judge.Take(number, denies: true, match) == ScanState.Settled) return;
        }

        judge.TakeOpened(known.LayersAllowedByAction);
        for (ulong allows = matching & ~masks.Denies; allows != 0; allows &= allows - 1)
        {
            int number = BitOperations.TrailingZeroCount(allows);
            StatementMatch match = MatchMasked(stack, request, boundary, known, number);
            if (!match.Result.IsFalse && judge.Take(number, denies: false, match) == ScanState.LayerSettled) allows &= ~masks.AllowsOf(stack.LayerOf[number]) | (1UL << number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static StatementMatch MatchMasked(StatementTable stack, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches known, int number)
    {
        CompiledStatement statement = stack.Statements[number];
        MatchResult action = ((known.Undecided >> number) & 1) == 0 ? MatchResult.True : statement.Action.Match(request);
        return StatementMatcher.MatchRest(statement, request, action, boundary);
    }

    private void RunAll()
    {
        for (int number = 0; number < stack.Statements.Length; number++)
        {
            if (!TakeWhole(number)) return;
        }
    }

    private bool TakeIndexed(int number)
    {
        if (stack.ElementOf is not { } elements) return TakeWhole(number);
        int element = elements[number];
        if (((actions!.Matching >> element) & 1) == 0) return true;
        return ((actions.Undecided >> element) & 1) == 0 ? TakeMatching(number, MatchResult.True) : TakeWhole(number);
    }

    private bool TakeWhole(int number)
    {
        MatchResult action = stack.Statements[number].Action.Match(request);
        return action.IsFalse || TakeMatching(number, action);
    }

    /// <summary>Matches the rest of a statement whose action matches, or may.</summary>
    private bool TakeMatching(int number, MatchResult action)
    {
        CompiledStatement statement = stack.Statements[number];
        if (!judge.Wants(number, statement.Denies)) return true;
        StatementMatch match = StatementMatcher.MatchRest(statement, request, action, boundary);
        return match.Result.IsFalse || judge.Take(number, statement.Denies, match) != ScanState.Settled;
    }
}
