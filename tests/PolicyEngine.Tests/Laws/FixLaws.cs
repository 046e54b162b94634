using FsCheck.Fluent;
using FsCheck.Xunit;
using PolicyEngine.Checks;
using PolicyEngine.FsCheck;
using PolicyEngine.Tests.Checks;

namespace PolicyEngine.Tests.Laws;

/// <summary>C-5: what a fix leaves.</summary>
[Laws(typeof(LawCases))]
public class FixLaws
{
    private const int Requests = 100;

    public static TheoryData<int> Places => RuleCaseTests.Places;

    /// <summary>Every fix leaves a text that parses; one that keeps the meaning decides the request as before.</summary>
    [Property]
    public bool C5_a_fix_leaves_a_policy_that_decides_as_it_says(PolicyCase question)
    {
        PolicyParserOptions options = new() { Type = question.Document.Type, Mode = ParseMode.Stored, ResourceOptional = true, AllowsManagedRcp = true };
        PolicyText text = PolicyText.FromString(PolicyWriter.Write(question.Document, indented: true));
        if (PolicyParser.Parse(text, options).Value is not { } document) return true;
        foreach (Finding finding in PolicyChecker.CheckText(text, options).Where(static finding => finding.Fix is not null))
        {
            if (PolicyParser.Parse(PolicyText.FromString(FixedText.Of(finding)), options).Value is not { } mended) return false;
            if (finding.Fix!.KeepsMeaning && !Agree(document, mended, question.Request)) return false;
        }

        return true;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void C5_a_fix_of_a_case_keeps_the_meaning(int place)
    {
        RuleCase own = RuleCases.All[place];
        PolicyParserOptions options = new() { Type = own.Type, Service = PolicyChecker.FindServiceOf(own.Options.ResourceType) };
        PolicyText text = PolicyText.FromString(own.Firing);
        PolicyDocument document = PolicyParser.Parse(text, options).GetValueOrThrow();
        foreach (Finding finding in PolicyChecker.CheckText(text, options, own.Options).Where(static finding => finding.Fix is { KeepsMeaning: true }))
        {
            PolicyDocument mended = PolicyParser.Parse(PolicyText.FromString(FixedText.Of(finding)), options).GetValueOrThrow();
            foreach (AuthorizationRequest request in NearGen.Request(document).Sample(Requests)) Assert.True(Agree(document, mended, request), $"{finding} {request}");
        }
    }

    private static bool Agree(PolicyDocument document, PolicyDocument mended, AuthorizationRequest request)
    {
        PolicyDecision before = TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(document), request);
        PolicyDecision after = TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(mended), request);
        return (before.Decision, before.IsCertain) == (after.Decision, after.IsCertain);
    }
}
