using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>What holds for every document and every request.</summary>
[Laws(typeof(LawCases))]
public class DecisionLaws
{
    [Property]
    public bool Deny_trumps_allow(PolicyCase question) =>
        Decide(Add(question.Document, AuthorizationCases.Everything(question.Document.Type, Effect.Deny).Statements[0]), question.Request) is { Decision: Decision.ExplicitDeny, IsCertain: true };

    [Property]
    public bool Default_is_implicit_deny(PolicyCase question) =>
        Decide(question.Document with { Statements = [] }, question.Request) is { Decision: Decision.ImplicitDeny, IsCertain: true };

    [Property]
    public bool Order_and_duplicates_do_not_matter(PolicyCase question)
    {
        (PolicyDocument document, AuthorizationRequest request) = question;
        PolicyDecision decision = Decide(document, request);
        return decision == Decide(document with { Statements = [.. document.Statements.Reverse()] }, request)
            && decision == Decide(document with { Statements = [.. document.Statements, .. document.Statements] }, request);
    }

    [Property]
    public bool Adding_an_allow_never_removes_an_allow(PolicyCase question, PolicyCase other) =>
        !question.Decide().IsAllowed || Decide(Add(question.Document, other.Document.Statements[0] with { Effect = Effect.Allow }), question.Request).IsAllowed;

    [Property]
    public bool Adding_a_deny_never_removes_a_deny(PolicyCase question, PolicyCase other) =>
        question.Decide().Decision != Decision.ExplicitDeny
        || Decide(Add(question.Document, other.Document.Statements[0] with { Effect = Effect.Deny }), question.Request).Decision == Decision.ExplicitDeny;

    [Property]
    public bool Allowed_iff_some_allow_and_no_deny_applies(PolicyCase question)
    {
        StatementTrace[] applied = [.. Explain(question).Statements.Where(static s => s.Applies)];
        Decision expected = applied.Any(static s => s.Effect == Effect.Deny) ? Decision.ExplicitDeny : applied.Length > 0 ? Decision.Allowed : Decision.ImplicitDeny;
        return question.Decide().Decision == expected;
    }

    [Property]
    public bool Explain_agrees_with_evaluate(PolicyCase question)
    {
        PolicyDecision decision = question.Decide();
        PolicyExplanation explanation = Explain(question);
        Effect effect = decision.IsAllowed ? Effect.Allow : Effect.Deny;
        IEnumerable<int> applied = explanation.Statements.Where(s => s.Applies && s.Effect == effect && decision.Decision != Decision.ImplicitDeny).Select(static s => s.Index);
        return decision.Decision == explanation.Decision
            && decision.IsCertain == explanation.IsCertain
            && decision.IsCertain == explanation.Diagnostics.IsEmpty
            && applied.SequenceEqual(decision.GetStatements().Select(static s => s.Index));
    }

    [Property]
    public bool A_statement_is_the_conjunction_of_its_elements(PolicyCase question) =>
        Explain(question).Statements.All(static statement =>
        {
            MatchOutcome[] parts = [.. statement.Elements.Select(static e => e.Outcome)];
            MatchOutcome expected = parts.Contains(MatchOutcome.False) ? MatchOutcome.False
                : parts.Contains(MatchOutcome.Indeterminate) ? MatchOutcome.Indeterminate : MatchOutcome.True;
            return statement.Outcome == expected;
        });

    [Property]
    public bool Negated_operator_is_complement_when_key_present(string? value, PolicyCase question)
    {
        (string Positive, string Negative)[] pairs =
            [("StringEquals", "StringNotEquals"), ("StringLike", "StringNotLike"), ("NumericEquals", "NumericNotEquals"), ("DateEquals", "DateNotEquals"), ("IpAddress", "NotIpAddress"), ("ArnLike", "ArnNotLike")];
        RequestContext context = TestPolicy.Context(("k:present", question.Request.Context.Select(static e => e.Value).FirstOrDefault(static v => !v.Values.IsEmpty) is { Values: [var own, ..] } ? own : value ?? ""));
        return pairs.All(pair => (Outcome(pair.Positive), Outcome(pair.Negative)) is ('T', 'F') or ('F', 'T') or ('I', 'I'));

        char Outcome(string op) => TestPolicy.Outcome($$$"""
            "Condition":{"{{{op}}}":{"k:present":["x","10.0.0.0/8","7","2026-01-01","arn:aws:s3:::b"]}}
            """, context);
    }

    [Property]
    public bool IfExists_only_matters_when_key_absent(PolicyCase question)
    {
        Statement statement = question.Document.Statements[0];
        if (statement.Condition is not { Clauses: [{ Operator: { IfExists: false, Kind: not ConditionOperatorKind.Null } } clause] }) return true;
        // L-124: where a policy lists no values, IfExists changes what that means.
        if (!clause.Entries.All(entry => entry.Values.Count > 0 && IsPresent(question.Request.Context, entry.Key))) return true;
        Statement excused = statement with { Condition = new ConditionBlock { Clauses = [clause with { Operator = clause.Operator with { IfExists = true } }] } };
        return Decide(Alone(question, statement), question.Request) == Decide(Alone(question, excused), question.Request);
    }

    /// <summary>Whatever value an unknown key takes, a certain answer is the same.</summary>
    [Property]
    public bool Unknown_refines_to_each_known_value(PolicyCase question) => question.Request.Context.Select(static e => e.Key).Append("k:a").All(key =>
    {
        PolicyDecision unknown = Decide(question.Document, With(question.Request, key, ContextValue.Unknown));
        if (!unknown.IsCertain) return true;
        ContextValue[] lists = ConditionKeys.Find(key) is { IsMultivalued: false } ? [] : [ContextValue.OfList(), ContextValue.OfList("x", "y")];
        ContextValue?[] values = [null, question.Request.Context[key], ContextValue.Of("x"), ContextValue.Of(""), ContextValue.Of("7"), .. lists];
        return values.All(value => Decide(question.Document, With(question.Request, key, value)).Decision == unknown.Decision);
    });

    private static bool IsPresent(RequestContext context, string key)
    {
        ContextValue[] own = [.. context.Where(e => e.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(static e => e.Value)];
        return own.Length > 0 && !own.Any(static value => value is { IsList: true, Values.IsEmpty: true });
    }

    private static PolicyDocument Add(PolicyDocument document, Statement statement) => document with { Statements = [.. document.Statements, statement] };

    private static PolicyDocument Alone(PolicyCase question, Statement statement) => question.Document with { Statements = [statement] };

    private static AuthorizationRequest With(AuthorizationRequest request, string key, ContextValue? value)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue own) in request.Context)
        {
            if (!name.Equals(key, StringComparison.OrdinalIgnoreCase)) builder.Set(name, own);
        }

        if (value is not null) builder.Set(key, value);
        return request.With(builder.Build());
    }

    private static PolicyDecision Decide(PolicyDocument document, AuthorizationRequest request) => new PolicyCase(document, request).Decide();

    private static PolicyExplanation Explain(PolicyCase question) => TestPolicy.Evaluator.Explain(PolicyCompiler.Compile(question.Document), question.Request);
}
