using PolicyEngine.Compilation;

namespace PolicyEngine.Tests.Compilation;

/// <summary>What was compiled can be looked at.</summary>
public class CompiledListingTests
{
    [Fact]
    public void A_small_table_shows_layers_bits_and_statements()
    {
        PolicyDocument everything = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        PolicyDocument endpoint = PolicyDocument.Parse(
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":{"AWS":"123456789012"},"Action":"s3:Get*","Resource":"arn:aws:s3:::b/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""", PolicyType.VpcEndpoint);
        CompiledPolicySet policies = PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(everything), VpcEndpoint = AttachedPolicies.Of(endpoint) });
        Assert.Equal(
            """
            3 statements in 2 layers, one bit a statement, deny 0x2
            layer 0 vpcEndpoint, allow 0x1
              0 Allow "Action":"*" | bit, decided by its action alone
              1 Deny "Principal":{"AWS":"123456789012"} "Action":"s3:Get*" "Resource":"arn:aws:s3:::b/*" Bool aws:SecureTransport by BooleanMatcher | bit
            layer 1 identity, allow 0x4
              2 Allow "Action":"*" | bit, decided by its action alone
            """.ReplaceLineEndings("\n"),
            CompiledListing.Of(policies));
    }

    [Fact]
    public void A_large_table_shows_what_finds_each_statement()
    {
        IEnumerable<string> allows = Enumerable.Range(0, 70).Select(static i => $$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b{{i}}/*"}""");
        IEnumerable<string> others =
        [
            """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}""", """{"Effect":"Allow","Action":"*","Resource":"*"}""",
            """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}""", """{"Effect":"Allow","Action":"*","Resource":"arn:aws:sqs:*:*:*-of-the-year"}""",
        ];
        string[] lines = CompiledListing.Of(PolicyCompiler.Compile(PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', allows.Concat(others))}}]}"""))).Split('\n');
        Assert.Equal("74 statements in 1 layers, an index, Action elements numbered up to 2", lines[0]);
        Assert.Equal("  7 Allow \"Action\":\"s3:GetObject\" \"Resource\":\"arn:aws:s3:::b7/*\" | resource arn:aws:s3:::b7/*", lines[9]);
        Assert.EndsWith(" | action sqs:SendMessage*", lines[72], StringComparison.Ordinal);
        Assert.EndsWith(" | always", lines[73], StringComparison.Ordinal);
        Assert.EndsWith(" | aws:SourceVpc vpc-1", lines[74], StringComparison.Ordinal);
        Assert.EndsWith(" | resource *-of-the-year*", lines[75], StringComparison.Ordinal);
    }
}
