using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Requests;

/// <summary>Makes requests near policies, and wishes each of the three decisions as often as the others.</summary>
/// <remarks>The library itself says what a candidate is decided, which chooses among candidates only: whatever it says, each candidate is a
/// request that can be asked.</remarks>
internal static class Aimed
{
    private const int Candidates = 12;
    private static readonly PolicyEvaluator Evaluator = new();
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];

    internal static Decision AnyWish(Draw draw) => draw.Of(Decision.Allowed, Decision.ExplicitDeny, Decision.ImplicitDeny);

    internal static AuthorizationRequest Near(Draw draw, PolicyDocument document)
    {
        CompiledPolicy policy = PolicyCompiler.Compile(document);
        (Statement, PolicyType)[] statements = [.. document.Statements.Select(s => (s, document.Type))];
        return Near(draw, statements, request => Evaluator.Evaluate(policy, request).Decision);
    }

    internal static AuthorizationRequest Near(Draw draw, PolicySet policies)
    {
        CompiledPolicySet compiled = PolicyCompiler.Compile(policies);
        (Statement, PolicyType)[] statements = [.. Kinds.SelectMany(kind => policies[kind].Levels).SelectMany(static level => level.Documents)
            .SelectMany(static d => d.Statements.Select(s => (s, d.Type)))];
        return Near(draw, statements, request => Evaluator.Evaluate(compiled, request).Decision);
    }

    private static AuthorizationRequest Near(Draw draw, (Statement Statement, PolicyType Type)[] statements, Func<AuthorizationRequest, Decision> decide)
    {
        if (statements.Length == 0 || draw.OneIn(25)) return AnyRequest.Make(draw);
        Decision wish = AnyWish(draw);
        return Best(Candidates, wish, () => Candidate(draw, statements, wish), decide);
    }

    /// <summary>The first of some candidates that is decided as wished, or the last one.</summary>
    internal static T Best<T>(int candidates, Decision wish, Func<T> make, Func<T, Decision> decide)
    {
        T made = make();
        for (int i = 1; i < candidates && decide(made) != wish; i++) made = make();
        return made;
    }

    private static AuthorizationRequest Candidate(Draw draw, (Statement Statement, PolicyType Type)[] statements, Decision wish)
    {
        Effect effect = wish == Decision.ExplicitDeny ? Effect.Deny : Effect.Allow;
        (Statement Statement, PolicyType Type)[] fitting = wish == Decision.ImplicitDeny ? [] : [.. statements.Where(s => s.Statement.Effect == effect)];
        (Statement statement, PolicyType type) = draw.Of(fitting.Length > 0 ? fitting : statements);
        IEnumerable<Statement> evaded = wish == Decision.ExplicitDeny ? [] : statements.Select(static s => s.Statement).Where(s => s.Effect == Effect.Deny && s != statement);
        return new RequestNear(draw).Make(statement, type, wish != Decision.ImplicitDeny, evaded);
    }
}
