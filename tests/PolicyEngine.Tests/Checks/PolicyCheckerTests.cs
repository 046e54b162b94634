using System.Collections.Immutable;
using PolicyEngine.Checks;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Checks;

/// <summary>How advice and the findings of the parser come together, and what there is where the tree has no text.</summary>
public class PolicyCheckerTests
{
    private const string Head = """{"Version":"2012-10-17","Statement":{"Effect":"Allow",""";

    [Fact]
    public void A_limit_says_that_there_is_more()
    {
        string blanks = string.Join(',', Enumerable.Range(0, 150).Select(static i => $"\"s3:a {i}\""));
        ImmutableArray<Finding> found = PolicyChecker.CheckText(PolicyText.FromString(Head + $$$""" "Action":[{{{blanks}}}],"Resource":"*"}}"""));
        Assert.Equal(101, found.Length);
        Assert.Equal(("PE1099", DiagnosticSeverity.Warning), (found[^1].Id, found[^1].Severity));
        Assert.Equal(100, found.Count(static d => d.Id == "PE4016"));
    }

    /// <summary>A parser that has more errors than it shows says so in the list of both, once.</summary>
    [Fact]
    public void Too_many_errors_are_told_once()
    {
        string bad = string.Join(',', Enumerable.Repeat("\"bad\"", 150));
        ImmutableArray<Finding> found = PolicyChecker.CheckText(PolicyText.FromString(Head + $$$""" "NotAction":[{{{bad}}}],"Resource":"*"}}"""));
        Assert.Equal(100, found.Count(static d => d.Id == "PE3010"));
        Assert.Equal(("PE1099", 101), (found[^1].Id, found.Length));
    }

    [Fact]
    public void A_limit_of_the_checks_holds_for_advice_alone()
    {
        PolicyDocument document = PolicyDocument.Parse(Head + """ "Action":["s3:a 1","s3:a 2","s3:a 3"],"Resource":"*"}}""");
        ImmutableArray<Finding> found = PolicyChecker.Check(document, PolicyCheckerOptions.Default with { MaxDiagnostics = 2 });
        Assert.Equal(["PE4016", "PE4016", "PE1099"], found.Select(static d => d.Id), StringComparer.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, found[^1].Severity);
    }

    /// <summary>At one place graver findings come first, then variables, the form of the text, the parts of the ARN, and its meaning.</summary>
    [Theory]
    [InlineData(PolicyType.Resource, """{"Version":"2008-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:*:nowhere:${x}:"}}""", "PE4001 PE4017 PE3023")]
    [InlineData(PolicyType.Resource, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:*:nowhere:111122223333:"}}""", "PE4017 PE3023 PE4031")]
    [InlineData(PolicyType.Resource, """{"Version":"2008-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:s*:${x}"}}""", "PE4001 PE3021 PE4017")]
    [InlineData(PolicyType.VpcEndpoint, """{"Version":"2008-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:*:nowhere:1*${x}:q"}}""", "PE6116 PE4001 PE4017 PE3063")]
    [InlineData(PolicyType.Identity, """{"Version":"2008-10-17","Statement":{"Effect":"Deny","Action":"s*:${x}","Resource":"*"}}""", "PE4001 PE3011")]
    public void Findings_at_one_place_have_one_order(PolicyType type, string text, string expected)
    {
        PolicyParserOptions options = new() { Type = type, Mode = ParseMode.Stored };
        Assert.Equal(expected, string.Join(' ', PolicyChecker.CheckText(PolicyText.FromString(text), options).Select(static d => d.Id)));
    }

    /// <summary>C-20: a text with errors is no document, and has the findings of the parser alone.</summary>
    [Theory]
    [InlineData(Head + """ "Action":"s3:a b","Condition":{"NumericEquals":{"k:v":1},"Boll":{},""", "PE2002 Statement|PE3001 Statement.Condition.Boll|PE1004 Statement.Condition")]
    [InlineData(Head + """ "NotAction":"s3:a b"}}""", "PE2002 Statement")]
    [InlineData("[true]", "PE1012 ")]
    [InlineData("", "PE1001 ")]
    public void C20_a_text_with_errors_has_no_advice(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', PolicyChecker.CheckText(PolicyText.FromString(text)).Select(static d => $"{d.Id} {d.Path}")));

    [Theory]
    [MemberData(nameof(AdviceCaseTests.Cases), MemberType = typeof(AdviceCaseTests))]
    public void A_finished_document_has_the_advice_of_its_text(string id, PolicyType type, string text, string path, string cut)
    {
        PolicyParserOptions options = new() { Type = type };
        PolicyText source = PolicyText.FromString(text);
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(source, options);
        ImmutableArray<Finding> all = PolicyChecker.CheckText(source, options);
        HashSet<string> found = [.. parsed.Diagnostics.Select(Place)];
        Assert.Superset(found, all.Select(static each => Place(each)).ToHashSet(StringComparer.Ordinal));
        if (parsed.Success) Assert.Equal(all.Select(static each => Place(each)).Where(place => !found.Contains(place)), PolicyChecker.Check(parsed.Value).Select(static each => Place(each)), StringComparer.Ordinal);
        Assert.Contains(all, d => d.Id == id && d.Path == path && d.Source.Slice(d.Span) == cut);
    }

    /// <summary>A tree made in code has no text, and one that is put together of several has spans of others: both have advice that can be printed.</summary>
    [Fact]
    public void Trees_made_in_code_have_advice()
    {
        PolicyDocument parsed = PolicyDocument.Parse("\n\n\n\n" + Head + """ "NotAction":"s3:a b","Resource":"*","Condition":{"NumericEquals":{"k:v":1},"Null":{}}}}""");
        PolicyDocument small = PolicyDocument.Parse("""{"Statement":[]}""".Replace("[]", """{"Effect":"Deny","Action":"*","Resource":"*"}""", StringComparison.Ordinal));
        string[] expected = ["PE4008 Statement", "PE4014 Statement.Condition.NumericEquals.k:v", "PE4016 Statement.NotAction", "PE4020 Statement.Condition.Null", "PE6031 Statement.Condition.NumericEquals.k:v", "PE6070 Statement.Resource", "PE6071 Statement.Resource"];
        foreach (PolicyDocument document in (PolicyDocument[])[parsed, parsed with { Source = null }, small with { Version = PolicyVersion.Version2012, Statements = parsed.Statements }])
        {
            ImmutableArray<Finding> found = PolicyChecker.Check(document);
            Assert.Equal(expected, found.Select(static d => $"{d.Id} {d.Path}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.All(found, static d => Assert.Contains("^", DiagnosticFormatter.FormatSnippet(d.Diagnostic), StringComparison.Ordinal));
        }
    }

    private static string Place(Diagnostic found) => $"{DiagnosticFormatter.FormatLine(found)} {found.Path} {found.Span}";

    private static string Place(Finding found) => Place(found.Diagnostic);

    /// <summary>What texts mean comes with what the parser finds in them; what statements mean is left out first.</summary>
    [Theory]
    [InlineData(1, "PE4001 PE1099")]
    [InlineData(2, "PE4001 PE2012 PE1099")]
    [InlineData(3, "PE4001 PE4008 PE2012")]
    public void A_limit_leaves_out_what_statements_mean_first(int limit, string expected)
    {
        PolicyText text = PolicyText.FromString("""
            {"Version": "2008-10-17", "Statement": [
              {"Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::${aws:username}/*"},
              {"Sid": "a", "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*"}]}
            """);
        ImmutableArray<Finding> found = PolicyChecker.CheckText(text, new PolicyParserOptions { Mode = ParseMode.Stored }, PolicyCheckerOptions.Default with { MaxDiagnostics = limit });
        Assert.Equal(expected.Split(' '), found.Select(static d => d.Id), StringComparer.Ordinal);
    }
}
