namespace PolicyEngine.Tests.Explanation;

/// <summary>What an explanation writes down of each element: path, place, and both texts.</summary>
public class TraceTests
{
    private const string Undecided = "\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"NumericEquals\":{\"k:v\":\"x\"}}";

    [Fact]
    public void Elements_and_their_texts_stand_under_their_paths()
    {
        const string document = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Bob"],"Service":"s3.amazonaws.com"},"Action":["s3:Get*","s3:Put*"],"Resource":"arn:aws:s3:::b/*"},
              {"Effect":"Deny","Principal":"*","NotAction":"s3:*","NotResource":["arn:aws:s3:::c","arn:aws:s3:::d"],"Condition":{"StringEquals":{"k:v":["1","2"],"k:w":"3"}}}]}
            """;
        string[] lines = [.. Explain(TestPolicy.Compile(document, PolicyType.Resource)).Statements.SelectMany(static statement => statement.Elements).SelectMany(Lines)];
        const string alice = TestPolicy.Alice;
        Assert.Equal(
            [
                $"Statement[0].Principal Principal '' '{alice}' True",
                $"Statement[0].Principal.AWS[0] AWS '111122223333' '{alice}' True",
                $"Statement[0].Principal.AWS[1] AWS 'arn:aws:iam::111122223333:user/Bob' '{alice}' False",
                $"Statement[0].Principal.Service Service 's3.amazonaws.com' '{alice}' False",
                "Statement[0].Action Action '' 's3:GetObject' True",
                "Statement[0].Action[0] Action 's3:Get*' 's3:GetObject' True",
                "Statement[0].Action[1] Action 's3:Put*' 's3:GetObject' False",
                "Statement[0].Resource Resource '' 'arn:aws:s3:::b/k' True",
                "Statement[0].Resource Resource 'arn:aws:s3:::b/*' 'arn:aws:s3:::b/k' True",
                $"Statement[1].Principal Principal '' '{alice}' True",
                $"Statement[1].Principal * '*' '{alice}' True",
                "Statement[1].NotAction NotAction '' 's3:GetObject' False",
                "Statement[1].NotAction NotAction 's3:*' 's3:GetObject' True",
                "Statement[1].NotResource NotResource '' 'arn:aws:s3:::b/k' True",
                "Statement[1].NotResource[0] NotResource 'arn:aws:s3:::c' 'arn:aws:s3:::b/k' False",
                "Statement[1].NotResource[1] NotResource 'arn:aws:s3:::d' 'arn:aws:s3:::b/k' False",
                "Statement[1].Condition Condition '' '' False",
                "Statement[1].Condition.StringEquals.k:v StringEquals k:v '[1, 2]' '1' True",
                "Statement[1].Condition.StringEquals.k:w StringEquals k:w '3' '(missing)' False",
            ],
            lines, StringComparer.Ordinal);
    }

    [Fact]
    public void Elements_that_a_document_lacks_are_undecided_under_their_names()
    {
        PolicyDocument document = TestPolicy.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""", PolicyType.VpcEndpoint).GetValueOrThrow();
        PolicyDocument lacking = document with { Statements = [document.Statements[0] with { Principal = null, Resource = null }] };
        string[] lines = [.. Explain(PolicyEngine.PolicyCompiler.Compile(lacking)).Statements[0].Elements.SelectMany(Lines)];
        Assert.Equal($"Statement[0].Principal Principal '' '{TestPolicy.Alice}' Indeterminate", lines[0]);
        Assert.Equal("Statement[0].Resource Resource '' 'arn:aws:s3:::b/k' Indeterminate", lines[^1]);
    }

    [Fact]
    public void A_warning_points_at_each_statement_that_matters()
    {
        string document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\"," + Undecided + "},{\"Effect\":\"Allow\"," + Undecided + "},{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\"," + Undecided + "}]}";
        PolicyExplanation explanation = Explain(TestPolicy.Compile(document, mode: ParseMode.Stored));
        Assert.Equal((Decision.ExplicitDeny, false), (explanation.Decision, explanation.IsCertain));
        Assert.Equal(["Statement[0]", "Statement[3]"], explanation.Diagnostics.Select(static diagnostic => diagnostic.Path), StringComparer.Ordinal);
        Assert.All(explanation.Diagnostics, diagnostic => Assert.StartsWith("{\"Effect\":\"Deny\"", document[diagnostic.Span.Start..diagnostic.Span.End], StringComparison.Ordinal));
        Assert.All(explanation.Diagnostics, static diagnostic => Assert.Equal("PE5001", diagnostic.Id));
    }

    [Fact]
    public void An_undecided_allow_is_warned_of_where_no_deny_applies()
    {
        string document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + Undecided + "},{\"Effect\":\"Deny\",\"Action\":\"sqs:*\",\"Resource\":\"*\"}]}";
        Assert.Equal("Statement[0]", Assert.Single(Explain(TestPolicy.Compile(document, mode: ParseMode.Stored)).Diagnostics).Path);
    }

    [Fact]
    public void A_warning_about_an_unknown_key_has_an_id_of_its_own()
    {
        string document = TestPolicy.Document("Deny", "\"Condition\":{\"StringEquals\":{\"k:unknown\":\"x\"}}");
        Diagnostic warning = Assert.Single(Explain(TestPolicy.Compile(document)).Diagnostics);
        Assert.Equal("PE5002", warning.Id);
        Assert.Contains("[A-91]", warning.Message, StringComparison.Ordinal);
    }

    /// <summary>A document that was built and not read has no text to point at.</summary>
    [Fact]
    public void A_warning_about_a_built_document_points_nowhere()
    {
        PolicyDocument built = TestPolicy.Parse(TestPolicy.Document("Deny", Undecided), mode: ParseMode.Stored).GetValueOrThrow() with { Source = null };
        Diagnostic warning = Assert.Single(Explain(PolicyEngine.PolicyCompiler.Compile(built)).Diagnostics);
        Assert.Equal((default(TextSpan), "Statement"), (warning.Span, warning.Path));
    }

    private static IEnumerable<string> Lines(TraceNode node) =>
        [$"{node.Path} {node.Label} '{node.PolicyText}' '{node.RequestText}' {node.Outcome}", .. node.Children.SelectMany(Lines)];

    private static PolicyExplanation Explain(PolicyEngine.CompiledPolicy policy)
    {
        RequestContext context = new RequestContextBuilder().Set("k:v", "1").SetUnknown("k:unknown").Build();
        return TestPolicy.Evaluator.Explain(policy, new AuthorizationRequest(RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource, context));
    }
}
