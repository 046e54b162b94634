using System.Text;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;
using PolicyEngine.Reference;
using static PolicyEngine.Fuzz.BrokenPromiseException;

namespace PolicyEngine.Fuzz;

/// <summary>A policy set and a request: decided, explained, and compared with the reference.</summary>
internal sealed class QuestionTarget : IFuzzTarget
{
    private const string Statement = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}""";

    public void Run(byte[] bytes)
    {
        Question question = QuestionReader.Read(bytes);
        CheckStack(question);
        foreach (PolicyType kind in PolicySet.Types)
        {
            foreach (PolicyDocument document in question.Policies[kind].Levels.SelectMany(static l => l.Documents).Take(3)) CheckDocument(document, question.Request);
        }
    }

    public IEnumerable<byte[]> GetSeeds(SeedFolders folders)
    {
        foreach (Case read in folders.Cases)
        {
            if (read is AuthorizationCase stack) yield return QuestionWriter.Write(ParsedPolicies.Of(stack, PolicyDefaults.Nothing).Set, stack.Request);
            if (read is DocumentCase { PolicyType: not PolicyType.Trust } one && PolicyParser.Parse(one.Policy, one.OptionsFor(one.PolicyType)).Value is { } document)
            {
                yield return QuestionWriter.Write(SetOf(document), one.Request);
            }
        }

        yield return Encoding.UTF8.GetBytes($"@arn\tarn:aws:iam::111122223333:user/Alice\n=s3:Get7\tarn:aws:s3:::s3:Get7/x\nS4\t\t2\n#40\ts3:Get\nJ3\t{Statement}\n");
    }

    private static PolicySet SetOf(PolicyDocument document)
    {
        PolicyType kind = document.Type == PolicyType.Managed ? PolicyType.Identity : document.Type;
        return new PolicySet().With(kind, AttachedPolicies.Of(document));
    }

    private static void CheckStack(Question question)
    {
        PolicyEvaluator evaluator = new(options: question.Options);
        CompiledPolicySet policies = PolicyCompiler.Compile(question.Policies);
        AuthorizationDecision decision = evaluator.Evaluate(policies, question.Request);
        ReferenceAuthorizationDecision expected = ReferenceAuthorization.Decide(question.Policies, question.Request, question.Options);
        Place[] statements = [.. decision.GetStatements().Select(static s => new Place(s.Kind, s.Level, s.Policy, s.Index))];
        bool agrees = ToOutcome(decision.Decision) == expected.Outcome && ToOutcome(decision.BestCase) == expected.BestCase && decision.IsCertain == expected.IsCertain;
        ThrowUnless(agrees && statements.SequenceEqual(expected.Statements), $"the reference decides the same: {decision} {decision.BestCase} by [{string.Join(", ", statements)}], not {expected} by [{string.Join(", ", expected.Statements)}]");
        AuthorizationExplanation explanation = evaluator.Explain(policies, question.Request);
        ThrowUnless(explanation.Decision == decision && explanation.Dependencies.SequenceEqual(decision.GetDependencies()), "explain agrees with evaluate");
        ThrowUnless(!explanation.Summary.Any(char.IsControl), "no control character in a summary");
        ThrowUnless(explanation.Message?.ToString().Any(char.IsControl) != true, "no control character in a message");
    }

    private static void CheckDocument(PolicyDocument document, AuthorizationRequest request)
    {
        PolicyEvaluator evaluator = new();
        CompiledPolicy policy = PolicyCompiler.Compile(document);
        PolicyDecision decision = evaluator.Evaluate(policy, request);
        ReferenceDecision expected = ReferencePolicy.Decide(document, request);
        int[] statements = [.. decision.GetStatements().Select(static s => s.Index)];
        bool agrees = ToOutcome(decision.Decision) == expected.Outcome && decision.IsCertain == expected.IsCertain && statements.SequenceEqual(expected.Statements);
        ThrowUnless(agrees, $"the reference decides a document the same: {decision} by [{string.Join(", ", statements)}], not {expected.Outcome} {expected.IsCertain} by [{string.Join(", ", expected.Statements)}]");
        PolicyExplanation explanation = evaluator.Explain(policy, request);
        ThrowUnless(explanation.Decision == decision.Decision && explanation.IsCertain == decision.IsCertain, "explain agrees with evaluate on a document");
    }

    private static ReferenceOutcome ToOutcome(Decision decision) => decision switch { Decision.Allowed => ReferenceOutcome.Allowed, Decision.ExplicitDeny => ReferenceOutcome.ExplicitDeny, _ => ReferenceOutcome.ImplicitDeny };
}
