using System.Globalization;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Tests.Laws;

namespace PolicyEngine.Tests.Compilation.Indexing;

/// <summary>How many of many statements are looked at.</summary>
public class StatementIndexTests
{
    private static readonly int Count = Math.Clamp(CaseCount.Or(10_000), 100, 10_000);

    [Theory]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::bucket-#/*\"", "s3:GetObject", "arn:aws:s3:::bucket-77/k")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":[\"arn:aws:s3:::bucket-#\",\"arn:aws:s3:::bucket-#/*\"]", "s3:GetObject", "arn:aws:s3:::bucket-77/k")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::*/logs-#/file\"", "s3:GetObject", "arn:aws:s3:::any/logs-77/file")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::*b/#c\"", "s3:GetObject", "arn:aws:s3:::x/b/77c")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::#/*\"", "s3:GetObject", "arn:aws:s3:::77/k")]
    [InlineData("\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-#\"}}", "s3:GetObject", "arn:aws:s3:::b/k")]
    [InlineData("\"Action\":\"s3:Get#\",\"Resource\":\"*\"", "s3:Get77", "arn:aws:s3:::b/k")]
    [InlineData("\"Action\":\"s3:*\",\"NotResource\":\"arn:aws:sqs:*:*:*\",\"Condition\":{\"StringEquals\":{\"k:id\":[\"vpce-#\",\"other-#\"]}}", "s3:Get77", "arn:aws:s3:::b/k")]
    public void Ten_statements_of_ten_thousand_at_most(string elements, string action, string resource)
    {
        CompiledPolicy policy = Compile(elements);
        RequestContext context = TestPolicy.Context(("aws:SourceVpce", "vpce-77"), ("k:id", "vpce-77"));
        AuthorizationRequest request = new(RequestPrincipal.FromArn(TestPolicy.Alice), action, resource, context);
        Assert.Equal("77", Assert.Single(TestPolicy.Evaluator.Evaluate(policy, request).GetStatements()).Sid);
        Assert.InRange(Visited(policy, request), 1, 10);
    }

    /// <summary>Texts of no usual form are undecided for patterns that look quite different, so that all are looked at.</summary>
    [Theory]
    [InlineData("nonsense", "arn:aws:s3:::bucket-77/k")]
    [InlineData("s3:GetObject", "bucket-77")]
    [InlineData("s3:GetObject", "arn:aws:ſ3:::bucket-77/k")]
    public void All_statements_for_an_odd_request(string action, string resource)
    {
        CompiledPolicy policy = Compile("\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::bucket-#/*\"");
        Assert.Equal(Count, Visited(policy, new AuthorizationRequest(RequestPrincipal.FromArn(TestPolicy.Alice), action, resource)));
    }

    private static CompiledPolicy Compile(string elements)
    {
        PolicyDocument[] documents = [.. Enumerable.Range(0, Count).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .Select(n => TestPolicy.Parse(TestPolicy.Document("Allow", $"\"Sid\":\"{n}\",{elements.Replace("#", n, StringComparison.Ordinal)}"), mode: ParseMode.Stored).GetValueOrThrow())];
        return PolicyCompiler.Compile(documents[0] with { Statements = [.. documents.SelectMany(static document => document.Statements)] });
    }

    private static int Visited(CompiledPolicy policy, AuthorizationRequest request)
    {
        Counter counter = default;
        policy.Table.Index!.Visit(request, ulong.MaxValue, ref counter);
        return counter.Visited;
    }

    private struct Counter : StatementIndex.IVisitor
    {
        internal int Visited { get; private set; }

        public bool Visit(ReadOnlySpan<int> numbers)
        {
            Visited += numbers.Length;
            return true;
        }

        public bool VisitAgain(ReadOnlySpan<int> numbers) => Visit(numbers);
    }
}
