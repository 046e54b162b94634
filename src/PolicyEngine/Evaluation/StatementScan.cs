using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>Matches the statements of a table that the action and the index do not rule out, and gives those that match, or may, to a collector.</summary>
/// <remarks>A statement that an index finds by many of its texts is matched twice at most.</remarks>
internal ref struct StatementScan<TCollector> : StatementIndex.IVisitor
    where TCollector : struct, IStatementCollector, allows ref struct
{
    private const int BitsPerWord = 64;
    private readonly StatementTable table;
    private readonly AuthorizationRequest request;
    private readonly BoundaryAttachment boundary;
    private readonly ActionMatches? actions;
    private TCollector collector;

    /// <summary>One bit for the statements that were given, by the end of their number.</summary>
    private ulong given;

    /// <summary>One bit for each statement that was given after two fell on one bit of <see cref="given"/>; null until then.</summary>
    private ulong[]? visited;

    private StatementScan(StatementTable table, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches? actions, TCollector collector)
    {
        this.table = table;
        this.request = request;
        this.boundary = boundary;
        this.actions = actions;
        this.collector = collector;
    }

    /// <summary>Runs a scan.</summary>
    /// <param name="table">The statements.</param>
    /// <param name="request">The request.</param>
    /// <param name="boundary">The permissions boundary of the caller.</param>
    /// <param name="collector">Gets the statements.</param>
    internal static void Run(StatementTable table, AuthorizationRequest request, BoundaryAttachment boundary, ref TCollector collector)
    {
        ActionMatches? matches = table.Actions?.Get(request);
        if (table.Masks is { } masks)
        {
            RunSmall(table, masks, request, boundary, matches!, ref collector);
            return;
        }

        RunLarge(table, request, boundary, matches, ref collector);
    }

    /// <inheritdoc/>
    public bool Visit(ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            if (!VisitIndexed(number)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool VisitAgain(ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            if (IsFirst(number) && !VisitIndexed(number)) return false;
        }

        return true;
    }

    /// <summary>Scans a large table. A method of its own, so that the frame of a small table has no room for a scan (IdentityPolicyBenchmarks).</summary>
    private static void RunLarge(StatementTable table, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches? actions, ref TCollector collector)
    {
        StatementScan<TCollector> scan = new(table, request, boundary, actions, collector);
        if (table.Index is { } index) index.Visit(request, actions is null ? ulong.MaxValue : actions.Matching, ref scan);
        else scan.VisitAll();
        if (scan.visited is not null) ArrayPool<ulong>.Shared.Return(scan.visited);
        collector = scan.collector;
    }

    /// <summary>Scans a table of at most 64 statements by their bits: Deny statements first, as one of them may settle the decision.</summary>
    /// <remarks>Put into its callers by hand, as ahead of time no profile does it (LayerBenchmarks, IdentityPolicyBenchmarks).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunSmall(
        StatementTable table, StatementMasks masks, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches actions, ref TCollector collector)
    {
        ulong matching = actions.StatementsToMatch & ~collector.FindNotApplicable(masks);
        for (ulong denies = matching & masks.Denies; denies != 0; denies &= denies - 1)
        {
            int number = BitOperations.TrailingZeroCount(denies);
            StatementMatch match = MatchSmall(table, request, boundary, actions, number);
            if (!match.Result.IsFalse && collector.Add(number, denies: true, match) == ScanState.Stop) return;
        }

        collector.AllowByAction(actions.LayersAllowedByAction);
        for (ulong allows = matching & ~masks.Denies; allows != 0; allows &= allows - 1)
        {
            int number = BitOperations.TrailingZeroCount(allows);
            StatementMatch match = MatchSmall(table, request, boundary, actions, number);
            if (!match.Result.IsFalse && collector.Add(number, denies: false, match) == ScanState.SkipAllowsOfLayer) allows &= ~masks.AllowsOf(table.LayerOf[number]) | (1UL << number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static StatementMatch MatchSmall(StatementTable table, AuthorizationRequest request, BoundaryAttachment boundary, ActionMatches actions, int number)
    {
        CompiledStatement statement = table.Statements[number];
        MatchResult action = ((actions.Undecided >> number) & 1) == 0 ? MatchResult.True : statement.Action.Match(request);
        return StatementMatcher.MatchRest(statement, request, action, boundary);
    }

    private void VisitAll()
    {
        for (int number = 0; number < table.Statements.Length; number++)
        {
            if (!VisitWhole(number)) return;
        }
    }

    /// <summary>True for a statement that was not given before, as far as is remembered.</summary>
    private bool IsFirst(int number)
    {
        ulong bit = 1UL << number;
        if (visited is null)
        {
            bool isFree = (given & bit) == 0;
            given |= bit;
            if (isFree) return true;
            int words = (table.Statements.Length + BitsPerWord - 1) / BitsPerWord;
            visited = ArrayPool<ulong>.Shared.Rent(words);
            visited.AsSpan(0, words).Clear();
        }

        ref ulong word = ref visited[number / BitsPerWord];
        bool isFirst = (word & bit) == 0;
        word |= bit;
        return isFirst;
    }

    private bool VisitIndexed(int number)
    {
        if (table.ElementOf is not { } elements) return VisitWhole(number);
        int element = elements[number];
        if (((actions!.Matching >> element) & 1) == 0) return true;
        return ((actions.Undecided >> element) & 1) == 0 ? VisitRest(number, MatchResult.True) : VisitWhole(number);
    }

    private bool VisitWhole(int number)
    {
        MatchResult action = table.Statements[number].Action.Match(request);
        return action.IsFalse || VisitRest(number, action);
    }

    /// <summary>Matches the other elements of a statement whose action matches, or may.</summary>
    private bool VisitRest(int number, MatchResult action)
    {
        CompiledStatement statement = table.Statements[number];
        if (!collector.Needs(number, statement.Denies)) return true;
        StatementMatch match = StatementMatcher.MatchRest(statement, request, action, boundary);
        return match.Result.IsFalse || collector.Add(number, statement.Denies, match) != ScanState.Stop;
    }
}
