using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyEngine.Compilation;
using PolicyEngine.Diagnostics;
using PolicyEngine.Matching;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.Evaluation;

/// <summary>Decides requests by policies. (XACML calls this the policy decision point.)</summary>
/// <remarks>Immutable and safe for concurrent use; one instance serves all policies and requests. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
public sealed class PolicyEvaluator
{
    private readonly ILogger logger;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="logger">Gets each decision at Debug, and undecided matches that could have changed one at Warning; default
    /// none. Values of the request context are logged at no level.</param>
    public PolicyEvaluator(ILogger? logger = null) => this.logger = logger ?? NullLogger.Instance;

    /// <summary>Decides a request by one policy. Total: never throws for any policy and any request.</summary>
    /// <remarks>Linear in the number of statements up to the first that denies; each match is linear in the length of the
    /// request's text, per wildcard of the pattern.</remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="request">The request.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PolicyDecision Evaluate(CompiledPolicy policy, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        DenyOverrides combined = default;
        foreach (CompiledStatement statement in policy.Statements)
        {
            combined.Add(statement.Syntax.Effect, StatementMatcher.Match(statement, request, out _));
            if (combined.IsSettled) break;
        }

        PolicyDecision decision = new(policy, request, combined);
        Log(policy, request, decision);
        return decision;
    }

    /// <summary>Decides a request by one policy and tells why: for each statement and element what matched, or why not.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="request">The request.</param>
    /// <returns>The same decision as <see cref="Evaluate"/> gives, with its reasons.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PolicyExplanation Explain(CompiledPolicy policy, AuthorizationRequest request)
    {
        PolicyDecision decision = Evaluate(policy, request);
        ImmutableArray<StatementTrace> statements = [.. policy.Statements.Select(s => new StatementExplainer(s, request, PathOf(policy, s.Index)).Explain())];
        return new PolicyExplanation
        {
            Decision = decision.Decision,
            IsCertain = decision.IsCertain,
            Statements = statements,
            Diagnostics = decision.IsCertain ? [] : Warn(policy, request, statements),
        };
    }

    private static string PathOf(CompiledPolicy policy, int index) =>
        policy.Document.Statements.IsSingle ? "Statement" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Statement[{index}]");

    private static ImmutableArray<Diagnostic> Warn(CompiledPolicy policy, AuthorizationRequest request, ImmutableArray<StatementTrace> statements)
    {
        PolicyText source = policy.Document.Source ?? PolicyText.FromString("");
        DiagnosticBag bag = new(source, policy.Statements.Length + 1);
        bool someDeny = statements.Any(static s => s is { Effect: Effect.Deny, Applies: true });
        foreach (StatementTrace trace in statements)
        {
            bool matters = trace.Outcome == MatchOutcome.Indeterminate && (trace.Effect == Effect.Deny || !someDeny);
            if (!matters) continue;
            bool isDefect = StatementMatcher.Match(policy.Statements[trace.Index], request, out _).HasDefect;
            string reason = $"{MatchReasons.Describe(trace.Reason)} [{MatchReasons.RuleOf(trace.Reason)}]";
            TextSpan span = source.Length >= trace.Span.End ? trace.Span : default;
            bag.Report(isDefect ? Descriptors.Indeterminate : Descriptors.UnknownKey, PathOf(policy, trace.Index), span, trace.Effect.ToString(), reason);
        }

        return bag.ToImmutable();
    }

    private void Log(CompiledPolicy policy, AuthorizationRequest request, PolicyDecision decision)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            string action = ShownText.Of(request.Action);
            string resource = ShownText.Of(request.Resource);
            string principal = ShownText.Of(request.Principal.ToString());
            EvaluationLog.Decided(logger, decision.Decision, action, resource, principal);
        }

        if (decision.IsCertain || !logger.IsEnabled(LogLevel.Warning)) return;
        foreach (CompiledStatement statement in policy.Statements)
        {
            MatchResult match = StatementMatcher.Match(statement, request, out _);
            if (match.IsIndeterminate) EvaluationLog.Undecided(logger, PathOf(policy, statement.Index), statement.Syntax.Effect, MatchReasons.Describe(match.Reason));
        }
    }
}
