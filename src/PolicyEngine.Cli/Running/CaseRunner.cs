using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Answers cases with the library.</summary>
/// <remarks>A new kind of case is a new arm of <see cref="Decide(CaseReading, Situation)"/> and an answer of its own.</remarks>
internal static class CaseRunner
{
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>Answers a case.</summary>
    /// <param name="reading">The case.</param>
    /// <param name="situation">What the command line tells.</param>
    internal static CaseAnswer Answer(CaseReading reading, Situation situation)
    {
        CaseAnswer answer = Decide(reading, situation);
        if (answer is not (FaultAnswer or SkippedAnswer)) situation.Policies.Uses.Count(answer.Used | reading.Case!.Used);
        return answer;
    }

    /// <summary>Answers a case twice. Both situations count the uses of options together.</summary>
    /// <param name="reading">The case.</param>
    /// <param name="before">What the command line tells of one side.</param>
    /// <param name="after">What it tells of the other side.</param>
    internal static CaseComparison Compare(CaseReading reading, Situation before, Situation after)
    {
        CaseComparison both = new(Decide(reading, before), Decide(reading, after));
        if (both.Kind is not (ComparisonKind.Fault or ComparisonKind.Skipped)) before.Policies.Uses.Count(both.Before.Used | both.After.Used | reading.Case!.Used);
        return both;
    }

    /// <summary>Why one policy decides a request as it does.</summary>
    internal static PolicyExplanation Explain(DecisionAnswer answer) => Evaluator.Explain(answer.Policy, answer.Question.Request);

    /// <summary>Why a policy set decides a request as it does.</summary>
    internal static AuthorizationExplanation Explain(CompiledPolicySet policies, AuthorizationRequest request) => Evaluator.Explain(policies, request);

    /// <summary>What would let a request pass.</summary>
    internal static RequestSuggestions Suggest(CompiledPolicySet policies, AuthorizationRequest request) => Evaluator.Suggest(policies, request);

    private static CaseAnswer Decide(CaseReading reading, Situation situation) => (reading.Case, situation.Layer) switch
    {
        (CallCase question, null) => new CallRunner(Evaluator, reading, question, situation.Policies).Answer(),
        (CallCase question, { } layer) => new LayerRunner(Evaluator, reading, layer, situation.Policies).Answer(question),
        (AuthorizationCase question, null) => Authorize(reading, question, situation.Policies),
        (AuthorizationCase question, { } layer) => new LayerRunner(Evaluator, reading, layer, situation.Policies).Answer(question),
        (SkippedCase skipped, _) => new SkippedAnswer(reading, skipped.Disposition),
        (DocumentCase question, _) => Decide(reading, question, situation.Policies),
        (ParseCase question, _) => Check(reading, question, situation.Policies),
        _ => new FaultAnswer(reading, reading.Fault!.Message),
    };

    private static CaseAnswer Decide(CaseReading reading, DocumentCase question, PolicyDefaults given)
    {
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(question.Policy, question.OptionsFor(question.PolicyType, given.Level, given.Service));
        if (!parsed.Success) return FaultAnswer.OfPolicy(reading, parsed.Diagnostics);
        CompiledPolicy policy = PolicyCompiler.Compile(parsed.Value);
        PolicyDecision decision = Evaluator.Evaluate(policy, question.Request);
        return new DecisionAnswer(reading, question, policy, decision)
        {
            Used = question.PolicyType == PolicyType.Resource ? given.ServiceUse : 0,
            Diagnostics = decision.IsCertain ? parsed.Diagnostics : parsed.Diagnostics.AddRange(Evaluator.Explain(policy, question.Request).Diagnostics),
        };
    }

    private static CaseAnswer Authorize(CaseReading reading, AuthorizationCase question, PolicyDefaults given)
    {
        ParsedPolicies parsed = ParsedPolicies.Of(question, given);
        if (parsed.HasErrors) return FaultAnswer.OfPolicy(reading, parsed.Diagnostics);
        if (parsed.FindFault(question.Request) is { } fault) return new FaultAnswer(reading, fault);
        CompiledPolicySet policies = PolicyCompiler.Compile(parsed.Set);
        AuthorizationDecision decision = Evaluator.Evaluate(policies, question.Request);
        return new AuthorizationAnswer(reading, question, policies, decision)
        {
            Diagnostics = decision.IsCertain ? parsed.Diagnostics : parsed.Diagnostics.AddRange(Evaluator.Explain(policies, question.Request).Diagnostics),
            Used = parsed.Used,
        };
    }

    private static ValidityAnswer Check(CaseReading reading, ParseCase question, PolicyDefaults given)
    {
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(question.Policy, question.OptionsFor(question.PolicyType, given.Level, given.Service));
        return new ValidityAnswer(reading, question, parsed.Success) { Diagnostics = parsed.Diagnostics, Used = question.PolicyType == PolicyType.Resource ? given.ServiceUse : 0 };
    }
}
