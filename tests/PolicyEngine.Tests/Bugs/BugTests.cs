using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Bugs;

/// <summary>What other evaluators of this language have shipped; each is a test here.</summary>
public class BugTests
{
    [Fact]
    public void Bug_01_exponential_wildcard()
    {
        string pattern = string.Concat(Enumerable.Repeat("a*", 30)) + "b";
        Assert.Equal('F', TestPolicy.Outcome(Like("k:v", pattern), TestPolicy.Context(("k:v", new string('a', 10_000)))));
        Assert.Equal('T', TestPolicy.Outcome(Like("k:v", pattern), TestPolicy.Context(("k:v", new string('a', 10_000) + "b"))));
    }

    [Theory]
    [InlineData("*", "arn:aws:s3:::b/bob/k", 'F')]
    [InlineData("*", "arn:aws:s3:::b/*/k", 'T')]
    [InlineData("?", "arn:aws:s3:::b/x/k", 'F')]
    [InlineData("?", "arn:aws:s3:::b/?/k", 'T')]
    [InlineData("${*}", "arn:aws:s3:::b/*/k", 'F')]
    [InlineData("${*}", "arn:aws:s3:::b/${*}/k", 'T')]
    [InlineData("bob*", "arn:aws:s3:::b/bobby/k", 'F')]
    public void Bug_02_variable_value_acts_as_pattern(string user, string resource, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Resource":"arn:aws:s3:::b/${aws:username}/*"
        """, TestPolicy.Context(("aws:username", user)), resource: resource));

    [Theory]
    [InlineData("arn:aws:s3:::home/x")]
    [InlineData("arn:aws:s3:::home/")]
    [InlineData("arn:aws:s3:::home/${aws:username}x")]
    public void Bug_03_missing_variable_becomes_empty(string resource) => Assert.Equal('F', TestPolicy.Outcome("""
        "Resource":"arn:aws:s3:::home/${aws:username}*"
        """, resource: resource));

    [Theory]
    [InlineData("StringSameAs")]
    [InlineData("stringEquals")]
    [InlineData("StringEqualsIfExist")]
    [InlineData("ForSomeValues:StringEquals")]
    public void Bug_04_unknown_operator_makes_a_deny_inert(string op) => Assert.False(TestPolicy.Parse(TestPolicy.Document("Deny", $$$"""
        "Condition":{"{{{op}}}":{"aws:SourceVpce":"vpce-1"}}
        """)).Success);

    [Theory]
    [InlineData("2012-10-17", 'T')]
    [InlineData("2008-10-17", 'F')]
    public void Bug_05_variables_before_version_2012(string version, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Resource":"arn:aws:s3:::b/${aws:username}"
        """, TestPolicy.Context(("aws:username", "k")), version: version));

    [Fact]
    public void Bug_05_default_endpoint_policy_has_no_version()
    {
        CompiledPolicy policy = TestPolicy.Compile("""
            {"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}
            """, PolicyType.VpcEndpoint);
        Assert.Null(policy.Document.Version);
        Assert.True(TestPolicy.Ask(policy).IsAllowed);
    }

    [Theory]
    [InlineData("ForAllValues:StringNotEquals", "a|c", 'F')]
    [InlineData("ForAllValues:StringNotEquals", "c|d", 'T')]
    [InlineData("ForAnyValue:StringNotEquals", "a|c", 'T')]
    [InlineData("ForAnyValue:StringNotEquals", "a|b", 'F')]
    [InlineData("ForAllValues:StringNotEquals", "", 'T')]
    [InlineData("ForAnyValue:StringNotEquals", "", 'F')]
    public void Bug_06_negated_set_operators(string op, string values, char expected)
    {
        string[] list = values.Length == 0 ? [] : values.Split('|');
        Assert.Equal(expected, TestPolicy.Outcome(TestPolicy.Condition(op, "k:v", "a", "b"), TestPolicy.Context(("k:v", list))));
    }

    [Theory]
    [InlineData("StringNotEquals", "a")]
    [InlineData("StringNotEqualsIfExists", "a")]
    [InlineData("StringNotLike", "a*")]
    [InlineData("StringNotEqualsIgnoreCase", "a")]
    [InlineData("NumericNotEquals", "1")]
    [InlineData("DateNotEquals", "2026-01-01")]
    [InlineData("NotIpAddress", "10.0.0.0/8")]
    [InlineData("ArnNotEquals", "arn:aws:s3:::b")]
    [InlineData("ArnNotLike", "arn:aws:s3:::b")]
    public void Bug_07_negated_operator_with_a_missing_key(string op, string value) => Assert.Equal('T', TestPolicy.Outcome(TestPolicy.Condition(op, "k:v", value)));

    [Theory]
    [InlineData("0.0.0.0/0", "203.0.113.1", 'T')]
    [InlineData("0.0.0.0/0", "2001:db8::1", 'F')]
    [InlineData("::/0", "2001:db8::1", 'T')]
    [InlineData("::/0", "203.0.113.1", 'F')]
    [InlineData("2001:db8::1", "2001:db8::1", 'T')]
    [InlineData("2001:db8::1", "2001:db8::2", 'F')]
    [InlineData("2001:DB8::/32", "2001:db8:1::", 'T')]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.1", 'I')]
    [InlineData("10.0.0.0/8", "172.01.01.001", 'I')]
    [InlineData("10.0.0.0/8", "0x0a.0.0.1", 'I')]
    [InlineData("10.0.0.0/8", "10.1", 'I')]
    public void Bug_08_addresses(string policy, string address, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Condition":{"IpAddress":{"k:v":"{{{policy}}}"}}
        """, TestPolicy.Context(("k:v", address))));

    [Theory]
    [InlineData("arn:aws:s3:::b/a\nb")]
    [InlineData("arn:aws:s3:::b/a:b")]
    [InlineData("arn:aws:s3:::b/a😀b")]
    [InlineData("arn:aws:s3:::b/a/../b")]
    [InlineData("arn:aws:s3:::b/a//b")]
    public void Bug_09_odd_characters_in_keys(string resource) => Assert.Equal('T', TestPolicy.Outcome("""
        "Resource":"arn:aws:s3:::b/a*b"
        """, resource: resource));

    [Fact]
    public void Bug_10_arn_split_before_variables_and_at_the_first_five_colons_only()
    {
        Assert.Equal('T', TestPolicy.Outcome("""
            "Condition":{"ArnLike":{"k:arn":"arn:aws:s3:::${aws:PrincipalTag/a:b}"}}
            """, TestPolicy.Context(("aws:PrincipalTag/a:b", "x:y"), ("k:arn", "arn:aws:s3:::x:y"))));
        Assert.Equal('T', TestPolicy.Outcome("""
            "Condition":{"ArnLike":{"k:arn":"arn:aws:lambda:*:${aws:PrincipalAccount}:function:f:*"}}
            """, TestPolicy.Context(("aws:PrincipalAccount", "111122223333"), ("k:arn", "arn:aws:lambda:eu-west-1:111122223333:function:f:7"))));
    }

    [Fact]
    public void Bug_11_evaluation_leaves_the_policy_as_it_was()
    {
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Allow", """
            "Resource":"arn:aws:s3:::b/${aws:username}"
            """));
        Parallel.For(0, 2_000, i =>
        {
            string user = $"u{i % 7}";
            PolicyDecision own = TestPolicy.Ask(policy, TestPolicy.Context(("aws:username", user)), resource: $"arn:aws:s3:::b/{user}");
            PolicyDecision other = TestPolicy.Ask(policy, TestPolicy.Context(("aws:username", user)), resource: "arn:aws:s3:::b/other");
            Assert.Equal((Decision.Allowed, Decision.ImplicitDeny), (own.Decision, other.Decision));
        });
    }

    [Theory]
    [InlineData("*")]
    [InlineData("s3:*")]
    [InlineData("s3:*Object")]
    [InlineData("s3:?etObject")]
    public void Bug_12_wildcard_statements_among_many_are_found(string action)
    {
        string others = string.Join(',', Enumerable.Range(0, 200).Select(static i => $$"""{"Effect":"Allow","Action":"svc{{i}}:Do","Resource":"*"}"""));
        CompiledPolicy policy = TestPolicy.Compile($$"""{"Version":"2012-10-17","Statement":[{{others}},{"Effect":"Deny","Action":"{{action}}","Resource":"*"}]}""");
        Assert.Equal(Decision.ExplicitDeny, TestPolicy.Ask(policy).Decision);
    }

    [Theory]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b", 'F')]
    [InlineData("arn:aws:s3:::b", "arn:aws:s3:::b/k", 'F')]
    [InlineData("arn:aws:s3:::b", "arn:aws:s3:::bucket", 'F')]
    [InlineData("arn:aws:s3:::b*", "arn:aws:s3:::bucket/k", 'T')]
    public void Bug_14_bucket_and_object_are_two_resources(string pattern, string resource, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Resource":"{{{pattern}}}"
        """, resource: resource));

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"s3:*","NotResource":["*"]}}""")]
    [InlineData("""{"Statement":[{"Sid":"","Effect":"Allow","Action":["s3:*"],"Resource":"*","Condition":{}}]}""")]
    [InlineData("""{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":[true]},"NumericLessThan":{"s3:max-keys":10.50}}}]}""")]
    public void Bug_15_reader_and_writer_lose_nothing(string json) => Assert.Equal(json, PolicyWriter.Write(TestPolicy.Parse(json).GetValueOrThrow()));

    [Theory]
    [InlineData("""{"AWS":"111122223333"}""", 'T')]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/Alice"}""", 'T')]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/Bob"}""", 'F')]
    [InlineData("""{"AWS":"*"}""", 'T')]
    public void Bug_16_endpoint_policies_match_principals(string principal, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Principal":{{{principal}}}
        """, type: PolicyType.VpcEndpoint, endpoint: VpcEndpointType.Interface));

    [Theory]
    [InlineData("1767225600", 'T')]
    [InlineData("2026-01-01T01:00:00+01:00", 'T')]
    [InlineData("2026-01-01T00:00:00.000000000Z", 'T')]
    [InlineData("2026-01-01T00:00:00.000000001Z", 'F')]
    [InlineData("1767225600000", 'I')]
    public void Bug_17_dates(string value, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Condition":{"DateEquals":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}
        """, TestPolicy.Context(("aws:CurrentTime", value))));

    [Theory]
    [InlineData("10", 'T')]
    [InlineData("10.0", 'T')]
    [InlineData("10x", 'I')]
    [InlineData("1e1", 'I')]
    [InlineData("10.00000000000000000000000000000000000001", 'F')]
    public void Bug_18_numbers(string value, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Condition":{"NumericEquals":{"s3:max-keys":"10"}}
        """, TestPolicy.Context(("s3:max-keys", value))));

    [Theory]
    [InlineData("*")]
    [InlineData("?")]
    [InlineData("${aws:username}")]
    [InlineData("$")]
    public void Bug_19_generated_policies_escape_what_is_data(string folder)
    {
        PolicyDocument document = new PolicyBuilder(PolicyType.Identity).Allow(s => s.Action("s3:GetObject").Resource($"arn:aws:s3:::b/{folder}/*")).Build();
        CompiledPolicy policy = PolicyCompiler.Compile(document);
        RequestContext context = TestPolicy.Context(("aws:username", "x"));
        Assert.True(TestPolicy.Ask(policy, context, resource: $"arn:aws:s3:::b/{folder}/k").IsAllowed);
        Assert.False(TestPolicy.Ask(policy, context, resource: "arn:aws:s3:::b/x/k").IsAllowed);
    }

    [Theory]
    [InlineData("aws:SourceVpce", true)]
    [InlineData("AWS:sourcevpce", true)]
    [InlineData("aws:PrincipalTag/team", true)]
    [InlineData("aws:SomethingNew", true)]
    [InlineData("lambda:SourceFunctionArn", true)]
    [InlineData("aws:UserAgent", false)]
    [InlineData("aws:Referer", false)]
    [InlineData("aws:RequestTag/team", false)]
    [InlineData("aws:TagKeys", false)]
    [InlineData("s3:prefix", false)]
    public void Bug_20_client_set_header_trusted_as_context(string name, bool isRefused)
    {
        RequestContextBuilder trusting = new();
        RequestContextBuilder strict = new(refusesSpoofedKeys: true);
        ContextValue sent = ContextValue.Of("x");
        Assert.Equal(ContextProvenance.Caller, trusting.Set(name, sent, ContextProvenance.Caller).Build().GetProvenance(name));
        Assert.Equal(isRefused, Record.Exception(() => strict.Set(name, sent, ContextProvenance.Caller)) is ArgumentException);
        Assert.Equal(ContextProvenance.Platform, strict.Set(name, "x").Build().GetProvenance(name));
        Assert.Equal(ContextProvenance.Derived, strict.Set(name, sent, ContextProvenance.Derived).Build().GetProvenance(name));
    }

    private static string Like(string key, string pattern) => $$$"""
        "Condition":{"StringLike":{"{{{key}}}":"{{{pattern}}}"}}
        """;
}
