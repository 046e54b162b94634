using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Conformance;

/// <summary>Each policy text of the folder checks against the checks.</summary>
public sealed class CheckTests
{
    /// <summary>Cases of rules that are not built yet.</summary>
    private static readonly HashSet<string> Pending = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "checks", "pending.txt"))];

    public static TheoryData<string> Ids => [.. CheckCase.All.Keys.Where(static id => !Pending.Contains(id))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Finds_what_is_expected(string id) => Assert.Equal("", CheckCase.All[id].FindDifference());

    [Fact]
    public void Every_pending_case_is_a_case() => Assert.Empty(Pending.Except(CheckCase.All.Keys, StringComparer.Ordinal));

    [Fact]
    public void Every_case_names_a_rule() => Assert.Empty(CheckCase.All.Values.Where(static each => RuleBook.Find(each.Rule) is null).Select(static each => each.Id));

    /// <summary>Tells which pending cases pass by now.</summary>
    [Fact]
    public void Pending_cases_are_told()
    {
        foreach (string id in Pending.Order(StringComparer.Ordinal))
        {
            string difference = CheckCase.All[id].FindDifference();
            TestContext.Current.TestOutputHelper?.WriteLine(difference.Length == 0 ? $"{id}: passes" : $"{id}: {difference.Split('\n')[0]}");
        }

        Assert.True(Pending.Count < CheckCase.All.Count);
    }
}
