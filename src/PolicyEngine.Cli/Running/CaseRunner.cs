using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Answers cases with the library.</summary>
/// <remarks>A new kind of case is a new arm of <see cref="Answer"/> and an answer of its own.</remarks>
internal static class CaseRunner
{
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>Answers a case.</summary>
    /// <param name="reading">The case.</param>
    /// <param name="defaults">The policies for cases that bring none; null where there are none.</param>
    internal static CaseAnswer Answer(CaseReading reading, PolicyDefaults? defaults = null) => reading.Case switch
    {
        CallCase question => new CallRunner(Evaluator, reading, question, defaults).Answer(),
        SkippedCase skipped => new SkippedAnswer(reading, skipped.Disposition),
        DocumentCase question => Decide(reading, question),
        AuthorizationCase question => Authorize(reading, question),
        ParseCase question => Check(reading, question),
        _ => new FaultAnswer(reading, reading.Fault!.Message),
    };

    private static CaseAnswer Decide(CaseReading reading, DocumentCase question)
    {
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(question.Policy, question.Level.ToOptions(question.PolicyType));
        if (!parsed.Success) return FaultAnswer.OfPolicy(reading, parsed.Diagnostics);
        CompiledPolicy policy = PolicyCompiler.Compile(parsed.Value);
        PolicyDecision decision = Evaluator.Evaluate(policy, question.Request);
        return new DecisionAnswer(reading, question, policy, decision)
        {
            Diagnostics = decision.IsCertain ? parsed.Diagnostics : parsed.Diagnostics.AddRange(Evaluator.Explain(policy, question.Request).Diagnostics),
        };
    }

    private static CaseAnswer Authorize(CaseReading reading, AuthorizationCase question)
    {
        PolicySetParser parser = new(question.Level, question.Request);
        PolicySet set = parser.Parse(question.Policies);
        if (parser.HasErrors) return FaultAnswer.OfPolicy(reading, parser.Diagnostics);
        if (PolicySetParser.FindFault(question.Request, set) is { } fault) return new FaultAnswer(reading, fault);
        CompiledPolicySet policies = PolicyCompiler.Compile(set);
        AuthorizationDecision decision = Evaluator.Evaluate(policies, question.Request);
        return new AuthorizationAnswer(reading, question, policies, decision)
        {
            Diagnostics = decision.IsCertain ? parser.Diagnostics : parser.Diagnostics.AddRange(Evaluator.Explain(policies, question.Request).Diagnostics),
        };
    }

    private static ValidityAnswer Check(CaseReading reading, ParseCase question)
    {
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(question.Policy, question.Level.ToOptions(question.PolicyType));
        return new ValidityAnswer(reading, question, parsed.Success) { Diagnostics = parsed.Diagnostics };
    }

    /// <summary>Why one policy decides a request as it does.</summary>
    internal static PolicyExplanation Explain(DecisionAnswer answer) => Evaluator.Explain(answer.Policy, answer.Question.Request);

    /// <summary>Why a policy set decides a request as it does.</summary>
    internal static AuthorizationExplanation Explain(CompiledPolicySet policies, AuthorizationRequest request) => Evaluator.Explain(policies, request);
}
