using PolicyEngine.Cli.Cases;
using PolicyEngine.Compilation;
using PolicyEngine.Diagnostics;
using PolicyEngine.Evaluation;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Running;

/// <summary>Answers cases with the library.</summary>
/// <remarks>A new kind of case is a new arm of <see cref="Answer"/> and an answer of its own.</remarks>
internal static class CaseRunner
{
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>Answers a case.</summary>
    internal static CaseAnswer Answer(CaseReading reading) => reading.Case switch
    {
        DocumentCase question => Decide(reading, question),
        ParseCase question => Check(reading, question),
        _ => new FaultAnswer(reading, reading.Fault!.Message),
    };

    private static CaseAnswer Decide(CaseReading reading, DocumentCase question)
    {
        ParseResult<PolicyDocument> parsed = Parse(question);
        if (!parsed.Success)
        {
            string first = parsed.Diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error).Message;
            return new FaultAnswer(reading, $"the policy has errors: {first}") { Diagnostics = parsed.Diagnostics };
        }

        CompiledPolicy policy = PolicyCompiler.Compile(parsed.Value);
        AuthorizationRequest request = question.Request.Authorization;
        PolicyDecision decision = Evaluator.Evaluate(policy, request);
        return new DecisionAnswer(reading, question, policy, decision)
        {
            Diagnostics = decision.IsCertain ? parsed.Diagnostics : parsed.Diagnostics.AddRange(Evaluator.Explain(policy, request).Diagnostics),
        };
    }

    private static ValidityAnswer Check(CaseReading reading, ParseCase question)
    {
        ParseResult<PolicyDocument> parsed = Parse(question);
        return new ValidityAnswer(reading, question, parsed.Success) { Diagnostics = parsed.Diagnostics };
    }

    /// <summary>Why a request is decided as it is.</summary>
    internal static PolicyExplanation Explain(DecisionAnswer answer) => Evaluator.Explain(answer.Policy, answer.Question.Request.Authorization);

    private static ParseResult<PolicyDocument> Parse(Case question) =>
        PolicyParser.Parse(question.Policy, question.Level.ToOptions(question.PolicyType));
}
