using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;
using PolicyEngine.Matching;

namespace PolicyEngine.Tests.Laws;

/// <summary>The index against its twin, a plain scan of all statements.</summary>
/// <remarks>A case is one request; each table gets 50 of them.</remarks>
public class IndexLaws
{
    private const int RequestsPerSet = 50;
    private static readonly int Sets = (CaseCount.Or(10_000) + RequestsPerSet - 1) / RequestsPerSet;

    [Fact]
    public void Index_changes_nothing() =>
        Differential.Check($"{nameof(Index_changes_nothing)}, {RequestsPerSet} requests each", Sets, Prop.ForAll(
            Arb.From(Gen.Choose(0, int.MaxValue - 1)), static seed => Difference(PolicySetGenerator.Make(seed)) is { } text ? false.Label($"seed {seed}: {text}") : true.ToProperty()));

    /// <summary>The cases meet their statements: each outcome is frequent, and so are certain and uncertain ones.</summary>
    [Fact]
    public void Cases_have_every_outcome()
    {
        PolicyDecision[] decisions = [.. Enumerable.Range(0, 100).Select(PolicySetGenerator.Make).Where(static table => table.Document is not null).SelectMany(Decide)];
        Assert.All(Enum.GetValues<Decision>(), decision => Assert.InRange(decisions.Count(d => d.Decision == decision), decisions.Length / 20, decisions.Length));
        Assert.InRange(decisions.Count(static d => !d.IsCertain), decisions.Length / 20, decisions.Length / 2);

        static IEnumerable<PolicyDecision> Decide(PolicySetCase table)
        {
            CompiledPolicy policy = PolicyCompiler.Compile(table.Document!);
            return table.Requests.Select(request => TestPolicy.Evaluator.Evaluate(policy, request));
        }
    }

    private static string? Difference(PolicySetCase question) => question.Document is { } document
        ? Difference(PolicyCompiler.Compile(document), PolicyCompiler.Compile(document, usesIndex: false), question.Requests)
        : Difference(PolicyCompiler.Compile(question.Policies), PolicyCompiler.Compile(question.Policies, usesIndex: false), question.Requests);

    private static string? Difference(CompiledPolicy indexed, CompiledPolicy plain, AuthorizationRequest[] requests)
    {
        foreach (AuthorizationRequest request in requests)
        {
            if (Missed(indexed.Table, request, RequestCharacteristics.BoundaryOf(request.Principal)) is { } missed) return missed;
            PolicyDecision own = TestPolicy.Evaluator.Evaluate(indexed, request);
            PolicyDecision other = TestPolicy.Evaluator.Evaluate(plain, request);
            if (own != other || !PlacesOf(own.GetStatements()).SequenceEqual(PlacesOf(other.GetStatements()))) return $"{own}, not {other}: {request}";
        }

        return null;
    }

    private static string? Difference(CompiledPolicySet indexed, CompiledPolicySet plain, AuthorizationRequest[] requests)
    {
        foreach (AuthorizationRequest request in requests)
        {
            BoundaryAttachment boundary = new RequestCharacteristics(indexed, request, new ActionProperties(request, AuthorizationOptions.Default)).Boundary;
            if (Missed(indexed.Table, request, boundary) is { } missed) return missed;
            AuthorizationDecision own = TestPolicy.Evaluator.Evaluate(indexed, request);
            AuthorizationDecision other = TestPolicy.Evaluator.Evaluate(plain, request);
            bool same = own == other && PlacesOf(own.GetStatements()).SequenceEqual(PlacesOf(other.GetStatements())) && own.GetDependencies().SequenceEqual(other.GetDependencies());
            if (!same) return $"{own} by {own.Cause}, not {other} by {other.Cause}: {request}";
        }

        return null;
    }

    private static IEnumerable<(PolicyType Kind, string Level, int Policy, int Index, MatchOutcome Outcome)> PlacesOf(IEnumerable<DecidingStatement> statements) =>
        statements.Select(static s => (s.Kind, s.Level, s.Policy, s.Index, s.Outcome));

    /// <summary>A statement that may match and is passed over, or whose cached action match differs from its matcher; null where there is none.</summary>
    private static string? Missed(StatementTable table, AuthorizationRequest request, BoundaryAttachment boundary)
    {
        bool[] found = new bool[table.Statements.Length];
        if (table.Index is { } index)
        {
            Collector collector = new(found);
            index.Visit(request, table.Actions?.Get(request).Matching ?? ulong.MaxValue, ref collector);
        }

        ActionMatches? actions = table.Actions?.Get(request);
        for (int i = 0; i < found.Length; i++)
        {
            CompiledStatement statement = table.Statements[i];
            if (table.Index is not null && !found[i] && !StatementMatcher.Match(statement, request, boundary, out _).IsFalse) return $"passed over {Show(statement)}: {request}";
            if (actions is null) continue;
            int bit = table.ElementOf?[i] ?? i;
            MatchResult action = statement.Action.Match(request);
            bool agrees = ((actions.Matching >> bit) & 1) != 0 == !action.IsFalse && ((actions.Undecided >> bit) & 1) != 0 == action.IsIndeterminate;
            if (!agrees) return $"another match of the action for {Show(statement)}: {request}";
        }

        return null;
    }

    private static string Show(CompiledStatement statement) =>
        $"{statement.Index} {statement.Syntax.Effect} [{string.Join(", ", statement.Syntax.Action.Patterns.Select(static p => p.Text))}] [{string.Join(", ", (statement.Syntax.Resource?.Patterns ?? []).Select(static p => p.Text))}]";

    private readonly struct Collector(bool[] found) : StatementIndex.IVisitor
    {
        public bool Visit(ReadOnlySpan<int> numbers)
        {
            foreach (int number in numbers) found[number] = true;
            return true;
        }

        public bool VisitAgain(ReadOnlySpan<int> numbers) => Visit(numbers);
    }
}
