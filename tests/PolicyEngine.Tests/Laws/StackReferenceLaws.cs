using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.Evaluation;
using PolicyEngine.Reference;

namespace PolicyEngine.Tests.Laws;

/// <summary>All policies in play: the library against the reference.</summary>
public class StackReferenceLaws
{
    [Fact]
    public void Compiled_stack_agrees_with_reference()
    {
        Arbitrary<AuthorizationCase> near = StackGenerators.Cases();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(ReferenceLaws.Cases), Prop.ForAll(near, static c => Difference(c) is { } text ? false.Label(text) : true.ToProperty()));
    }

    /// <summary>How the library's decision differs from the reference's; null where they are the same.</summary>
    internal static string? Difference(AuthorizationCase question)
    {
        AuthorizationDecision decision = question.Decide();
        string library = Show(
            decision.Decision.ToString(), decision.Optimistic.ToString(), decision.IsCertain,
            decision.GetStatements().Select(static s => new Place(s.Kind, s.Level, s.Policy, s.Statement.Index)));
        ReferenceAuthorizationDecision expected = ReferenceAuthorization.Decide(question.Policies, question.Request, question.Options);
        string reference = Show(expected.Verdict.ToString(), expected.Optimistic.ToString(), expected.IsCertain, expected.Statements);
        return library == reference ? null : $"library: {library}; reference: {reference}";
    }

    private static string Show(string decision, string optimistic, bool isCertain, IEnumerable<Place> statements) =>
        $"{decision}, optimistic {optimistic}, certain {isCertain}, by [{string.Join(", ", statements.Select(static s => $"{s.Kind} {s.Level}[{s.Policy}].{s.Statement}"))}]";
}
