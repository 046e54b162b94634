using PolicyEngine.Catalogue;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>The tables of the core name actions that exist.</summary>
public class FactsOfServicesTests
{
    /// <summary>Columns of the service profiles that name actions; where there is a <c>=</c>, they stand behind it.</summary>
    private static readonly string[] Columns =
        ["cross-account", "cross-account-only-these", "own-account-only", "no-existing-resource", "existing-resource", "no-resource-account", "no-resource-account-across", "policy", "multi"];

    /// <summary>Names that the published lists lack, each with the reason why it stands in a table all the same.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["serverlessrepo:Deploy"] = "stands in policies of applications only, for six actions",
        ["logs:PutMetricExtractionPolicy"] = "the description of the operation PutAccountPolicy demands it",
        ["lambda:InvokeWebFunctionEndpoint"] = "an event that is mapped to the action of its own name",
    };

    [Fact]
    public void C11_Actions_of_the_service_profiles_exist() => AllExist(
        Rows("src/PolicyEngine/Facts/Data/service-profiles.tsv").Where(static row => Columns.Contains(row[1], StringComparer.Ordinal)).SelectMany(static row =>
        {
            bool isPair = row[1] is "policy" or "multi";
            string facts = isPair ? row[2][(row[2].IndexOf('=', StringComparison.Ordinal) + 1)..] : row[2];
            return NamesIn(facts).Select(name => name.Contains(':', StringComparison.Ordinal) ? name : $"{row[0]}:{name}");
        }));

    [Fact]
    public void C11_Actions_of_the_event_map_exist() => AllExist(
        Rows("src/PolicyEngine/CloudTrail/Data/event-map.tsv").SelectMany(static row => row[2].Split('+', '|')).Where(static action => action != "-"));

    [Fact]
    public void C11_Actions_without_resource_exist() => AllExist(
        File.ReadLines(Repository.PathTo("src", "PolicyEngine", "CloudTrail", "Data", "actions-without-resource.txt")).Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split(' ')).SelectMany(static words => words[1..].Select(name => $"{words[0]}:{name}")));

    [Fact]
    public void C11_Exceptions_are_in_a_table_and_in_no_list()
    {
        string tables = File.ReadAllText(Repository.PathTo("src", "PolicyEngine", "Facts", "Data", "service-profiles.tsv")) + File.ReadAllText(Repository.PathTo("src", "PolicyEngine", "CloudTrail", "Data", "event-map.tsv"));
        Assert.All(Exceptions.Keys, action => Assert.Contains(action.Split(':')[1], tables, StringComparison.Ordinal));
        Assert.DoesNotContain(Exceptions.Keys, ServiceCatalogue.Default.HasMatch);
    }

    private static void AllExist(IEnumerable<string> actions)
    {
        string[] all = [.. actions];
        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, static action => !Exceptions.ContainsKey(action) && !ServiceCatalogue.Default.HasMatch(action));
    }

    /// <summary>The names in a fact: notes in brackets, words in lower case, signs, and the types behind an @ are none.</summary>
    private static IEnumerable<string> NamesIn(string facts)
    {
        while (facts.IndexOf('(', StringComparison.Ordinal) is >= 0 and int open)
        {
            // A note in brackets may hold another.
            int depth = 0;
            int close = open;
            do depth += facts[close] == '(' ? 1 : facts[close] == ')' ? -1 : 0;
            while (depth > 0 && ++close < facts.Length);
            facts = facts[..open] + (close < facts.Length ? facts[(close + 1)..] : "");
        }

        return facts.Split([' ', ',', '+'], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Split('@')[0]).Where(static name => name.Length > 0 && (char.IsAsciiLetterUpper(name[0]) || name == "*" || name.Contains(':', StringComparison.Ordinal)));
    }

    private static IEnumerable<string[]> Rows(string path) => File.ReadLines(Repository.PathTo(path.Split('/'))).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'));
}
