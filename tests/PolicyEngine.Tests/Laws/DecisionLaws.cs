using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Matching;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>What holds for every document and every request.</summary>
[Properties(Arbitrary = [typeof(PolicyGenerators)], MaxTest = 3_000, QuietOnSuccess = true)]
public class DecisionLaws
{
    [Property]
    public bool Deny_trumps_allow(PolicyDocument document, AuthorizationRequest request)
    {
        Statement everything = document.Statements[0] with { Effect = Effect.Deny, Condition = null, Action = All("*"), Resource = new ResourceElement { Patterns = All("*").Patterns } };
        return Decide(document with { Statements = [.. document.Statements, everything] }, request) is { Decision: Decision.ExplicitDeny, IsCertain: true };
    }

    [Property]
    public bool Default_is_implicit_deny(AuthorizationRequest request) =>
        Decide(new PolicyDocument { Type = PolicyType.Identity, Statements = [] }, request) is { Decision: Decision.ImplicitDeny, IsCertain: true };

    [Property]
    public bool Order_and_duplicates_do_not_matter(PolicyDocument document, AuthorizationRequest request)
    {
        PolicyDecision decision = Decide(document, request);
        return decision == Decide(document with { Statements = [.. document.Statements.Reverse()] }, request)
            && decision == Decide(document with { Statements = [.. document.Statements, .. document.Statements] }, request);
    }

    [Property]
    public bool Adding_an_allow_never_removes_an_allow(PolicyDocument document, Statement statement, AuthorizationRequest request) =>
        !Decide(document, request).IsAllowed || Decide(Add(document, statement with { Effect = Effect.Allow }), request).IsAllowed;

    [Property]
    public bool Adding_a_deny_never_removes_a_deny(PolicyDocument document, Statement statement, AuthorizationRequest request) =>
        Decide(document, request).Decision != Decision.ExplicitDeny
        || Decide(Add(document, statement with { Effect = Effect.Deny }), request).Decision == Decision.ExplicitDeny;

    [Property]
    public bool Allowed_iff_some_allow_and_no_deny_applies(PolicyDocument document, AuthorizationRequest request)
    {
        StatementTrace[] applied = [.. Explain(document, request).Statements.Where(static s => s.Applies)];
        Decision expected = applied.Any(static s => s.Effect == Effect.Deny) ? Decision.ExplicitDeny : applied.Length > 0 ? Decision.Allowed : Decision.ImplicitDeny;
        return Decide(document, request).Decision == expected;
    }

    [Property]
    public bool Explain_agrees_with_evaluate(PolicyDocument document, AuthorizationRequest request)
    {
        PolicyDecision decision = Decide(document, request);
        PolicyExplanation explanation = Explain(document, request);
        Effect effect = decision.IsAllowed ? Effect.Allow : Effect.Deny;
        IEnumerable<int> applied = explanation.Statements.Where(s => s.Applies && s.Effect == effect && decision.Decision != Decision.ImplicitDeny).Select(static s => s.Index);
        return decision.Decision == explanation.Decision
            && decision.IsCertain == explanation.IsCertain
            && decision.IsCertain == explanation.Diagnostics.IsEmpty
            && applied.SequenceEqual(decision.GetStatements().Select(static s => s.Index));
    }

    [Property]
    public bool A_statement_is_the_conjunction_of_its_elements(PolicyDocument document, AuthorizationRequest request) =>
        Explain(document, request).Statements.All(static statement =>
        {
            MatchOutcome[] parts = [.. statement.Elements.Select(static e => e.Outcome)];
            MatchOutcome expected = parts.Contains(MatchOutcome.False) ? MatchOutcome.False
                : parts.Contains(MatchOutcome.Indeterminate) ? MatchOutcome.Indeterminate : MatchOutcome.True;
            return statement.Outcome == expected;
        });

    [Property]
    public bool Negated_operator_is_complement_when_key_present(string? value, AuthorizationRequest request)
    {
        (string Positive, string Negative)[] pairs =
            [("StringEquals", "StringNotEquals"), ("StringLike", "StringNotLike"), ("NumericEquals", "NumericNotEquals"), ("DateEquals", "DateNotEquals"), ("IpAddress", "NotIpAddress"), ("ArnLike", "ArnNotLike")];
        RequestContext context = Asking.Context(("k:present", request.Context["k:a"] is { Values: [var own, ..] } ? own : value ?? ""));
        return pairs.All(pair => (Outcome(pair.Positive), Outcome(pair.Negative)) is ('T', 'F') or ('F', 'T') or ('I', 'I'));

        char Outcome(string op) => Asking.Outcome($$$"""
            "Condition":{"{{{op}}}":{"k:present":["x","10.0.0.0/8","7","2026-01-01","arn:aws:s3:::b"]}}
            """, context);
    }

    [Property]
    public bool IfExists_only_matters_when_key_absent(Statement statement, AuthorizationRequest request)
    {
        if (statement.Condition is not { Clauses: [{ Operator: { IfExists: false, Kind: not ConditionOperatorKind.Null } } clause] }) return true;
        ContextValue[] own = [.. request.Context.Where(e => e.Key.Equals(clause.Entries[0].Key, StringComparison.OrdinalIgnoreCase)).Select(static e => e.Value)];
        if (own.Length == 0 || own.Any(static value => value is { IsList: true, Values.IsEmpty: true })) return true;
        Statement excused = statement with { Condition = new ConditionBlock { Clauses = [clause with { Operator = clause.Operator with { IfExists = true } }] } };
        return Decide(Alone(statement), request) == Decide(Alone(excused), request);
    }

    /// <summary>Whatever value an unknown key takes, a certain answer stands.</summary>
    [Property]
    public bool Unknown_refines_to_each_known_value(PolicyDocument document, AuthorizationRequest request)
    {
        PolicyDecision unknown = Decide(document, With(request, ContextValue.Unknown));
        if (!unknown.IsCertain) return true;
        ContextValue?[] values = [null, ContextValue.Of("x"), ContextValue.Of(""), ContextValue.Of("7"), ContextValue.OfList(), ContextValue.OfList("x", "y")];
        return values.All(value => Decide(document, With(request, value)).Decision == unknown.Decision);
    }

    private static ActionElement All(string pattern) => new() { Patterns = SyntaxList.Single(new TextValue { Text = pattern }) };

    private static PolicyDocument Add(PolicyDocument document, Statement statement) => document with { Statements = [.. document.Statements, statement] };

    private static PolicyDocument Alone(Statement statement) =>
        new() { Type = PolicyType.Identity, Version = PolicyVersion.Version2012, Statements = [statement] };

    private static AuthorizationRequest With(AuthorizationRequest request, ContextValue? value)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue own) in request.Context)
        {
            if (!name.Equals("k:a", StringComparison.OrdinalIgnoreCase)) builder.Set(name, own);
        }

        if (value is not null) builder.Set("k:a", value);
        return new AuthorizationRequest(request.Principal, request.Action, request.Resource, builder.Build());
    }

    private static PolicyDecision Decide(PolicyDocument document, AuthorizationRequest request) =>
        Asking.Evaluator.Evaluate(PolicyCompiler.Compile(document), request);

    private static PolicyExplanation Explain(PolicyDocument document, AuthorizationRequest request) =>
        Asking.Evaluator.Explain(PolicyCompiler.Compile(document), request);
}
