using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>Each kind of finding of the rules: a text that raises it, and one that nearly does.</summary>
public class RuleCaseTests
{
    public static TheoryData<int> Places => [.. Enumerable.Range(0, RuleCases.All.Count)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_case_fires_and_its_near_miss_does_not(int place)
    {
        RuleCase own = RuleCases.All[place];
        PolicyCheckerOptions options = own.Options with { Profile = CheckProfile.Review };
        Finding[] found = [.. Check(own.Firing, own, options).Where(finding => Is(finding, own))];
        Assert.True(found.Any(finding => finding.Path == own.Path), $"{own.Id}: {string.Join("; ", Check(own.Firing, own, options).Select(static each => $"{each.Path} {each}"))}");
        Assert.All(found, static finding => Assert.False(finding.Message.EndsWith('.') || finding.Message.Contains('{', StringComparison.Ordinal)));
        Assert.DoesNotContain(Check(own.Silent, own, options), finding => Is(finding, own));
        Assert.True(PolicyParser.Parse(PolicyText.FromString(own.Firing), Reading(own)).Success, own.Firing);
        Assert.True(PolicyParser.Parse(PolicyText.FromString(own.Silent), Reading(own)).Success, own.Silent);
    }

    /// <summary>A code is one of AWS's, and the table says that the id can stand for it.</summary>
    [Fact]
    public void Codes_are_those_of_the_table() => Assert.All(RuleCases.All.Where(static own => own.Code is not null), static own => Assert.Contains(own.Id, AwsIssueCodes.Find(own.Code)!.Ids, StringComparer.Ordinal));

    /// <summary>A fix leaves a text that parses and no longer has the finding.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public void A_fix_mends_what_was_found(int place)
    {
        RuleCase own = RuleCases.All[place];
        PolicyCheckerOptions options = own.Options with { Profile = CheckProfile.Review };
        foreach (Finding finding in Check(own.Firing, own, options).Where(finding => Is(finding, own) && finding.Fix is not null))
        {
            string mended = FixedText.Of(finding);
            Assert.True(PolicyParser.Parse(PolicyText.FromString(mended), Reading(own)).Success, mended);
            Assert.DoesNotContain(Check(mended, own, options), each => each.Id == finding.Id && each.Message == finding.Message && each.Path == finding.Path);
        }
    }

    private static IEnumerable<Finding> Check(string text, RuleCase own, PolicyCheckerOptions options) => PolicyChecker.CheckText(PolicyText.FromString(text), Reading(own), options);

    private static PolicyParserOptions Reading(RuleCase own) => new() { Type = own.Type, Service = PolicyChecker.FindServiceOf(own.Options.ResourceType) };

    private static bool Is(Finding finding, RuleCase own) => finding.Id == own.Id && (own.Code is null || finding.Code == own.Code);
}
