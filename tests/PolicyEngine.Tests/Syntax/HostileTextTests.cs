using System.Diagnostics;

namespace PolicyEngine.Tests.Syntax;

/// <summary>L-35: a text up to the limit of 1 MiB costs no more than its length, whatever it holds.</summary>
public class HostileTextTests
{
    private const string Head = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":""";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["bad values under a long key"] = Head + "\"*\",\"Condition\":{\"NumericEquals\":{\"k:" + new string('v', 400_000) + "\":[" + Repeat("\"x\",", 150_000) + "\"x\"]}}}}",
        ["variables that never close"] = Head + "\"arn:" + Repeat("${", 500_000) + "\"}}",
        ["variables in one part"] = Head + "\"arn:" + Repeat("${a:b}", 170_000) + "\"}}",
        ["bad resources"] = Head + "[" + Repeat("\"b\",", 250_000) + "\"*\"]}}",
        ["names again and again"] = "{" + Repeat("\"k\":1,", 140_000) + "\"Statement\":[]}",
        ["empty statements"] = "{\"Statement\":[" + Repeat("{},", 300_000) + "{}]}",
        ["brackets"] = Repeat("[", 1_000_000),
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void L_35_hostile_texts_are_refused_in_linear_time(string name)
    {
        PolicyText text = PolicyText.FromString(Texts[name]);
        Stopwatch watch = Stopwatch.StartNew();
        ParseResult<PolicyDocument> result = PolicyParser.Parse(text);
        Assert.False(result.Success);
        Assert.InRange(result.Diagnostics.Length, 1, 101);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("//")]
    [InlineData("// {\n")]
    [InlineData("/* {\"Statement\":[]} */")]
    public void L_10_a_text_of_comments_alone_is_no_document(string text)
    {
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { TolerantText = true });
        Assert.False(result.Success);
        Assert.Equal("PE1001", Assert.Single(result.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error).Id);
    }

    [Fact]
    public void Names_in_paths_are_cut_and_hold_no_control_characters()
    {
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString($$$"""{"\u001b[31m{{{new string('x', 200)}}}":1}"""));
        string path = Assert.Single(result.Diagnostics, static d => d.Id == "PE2001").Path;
        Assert.StartsWith("\\u001B[31mxx", path, StringComparison.Ordinal);
        Assert.InRange(path.Length, 100, 140);
    }

    [Fact]
    public void PE1099_stands_alone_where_no_finding_may_be_shown()
    {
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString("{}"), new PolicyParserOptions { MaxDiagnostics = 0 });
        Assert.False(result.Success);
        Diagnostic only = Assert.Single(result.Diagnostics);
        Assert.Equal(("PE1099", DiagnosticSeverity.Error), (only.Id, only.Severity));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
