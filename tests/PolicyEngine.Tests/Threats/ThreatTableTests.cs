using System.Text.RegularExpressions;

namespace PolicyEngine.Tests.Threats;

/// <summary>The threat model and the tests that it names.</summary>
public partial class ThreatTableTests
{
    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(Repository.PathTo("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];

    private static Dictionary<string, string[]> Rows { get; } = ReadTable(Repository.PathTo("tests", "README.md"), "## Threats")
        .ToDictionary(static row => row[0], static row => Names().Matches(row[1]).Select(static m => m.Groups["test"].Value).ToArray(), StringComparer.Ordinal);

    public static TheoryData<string> Threats => [.. Rows.Keys];

    [Fact]
    public void Every_threat_of_the_security_policy_is_guarded() =>
        Assert.Equal(ReadTable(Repository.PathTo(".github", "SECURITY.md"), "## Threats").Select(static row => row[0]), Rows.Keys, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Threats))]
    public void Every_threat_names_tests_that_exist(string threat)
    {
        Assert.NotEmpty(Rows[threat]);
        Assert.All(Rows[threat], static test => Assert.True(Exists(test), $"there is no test {test}"));
    }

    /// <summary>No test of threats is left out of the table.</summary>
    [Fact]
    public void Every_test_of_this_folder_guards_a_threat()
    {
        IEnumerable<string> own = Directory.EnumerateFiles(Repository.PathTo("tests", "PolicyEngine.Tests", "Threats"), "*Tests.cs")
            .Where(static file => Path.GetFileName(file) is not ("ThreatTableTests.cs" or "FuzzFindTests.cs" or "FuzzTargetTests.cs"))
            .SelectMany(static file => Tests().Matches(File.ReadAllText(file)).Select(static m => m.Groups["test"].Value));
        Assert.Empty(own.Except(Rows.Values.SelectMany(static tests => tests), StringComparer.Ordinal));
    }

    private static bool Exists(string test) => Array.Exists(Sources, source => Tests().Matches(source).Any(m => m.Groups["test"].Value == test));

    /// <summary>The rows of the first table under a heading, without its head.</summary>
    private static IEnumerable<string[]> ReadTable(string file, string heading) => File.ReadLines(file)
        .SkipWhile(line => line != heading).Skip(1).SkipWhile(static line => !line.StartsWith('|')).TakeWhile(static line => line.StartsWith('|')).Skip(2)
        .Select(static line => line.Trim('|', ' ').Split(" | "));

    [GeneratedRegex("`(?<test>[A-Za-z0-9_]+)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Names();

    [GeneratedRegex(@"public (?:async )?(?:void|Task|bool|Property) (?<test>[A-Za-z0-9]+_[A-Za-z0-9_]+)\(", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tests();
}
