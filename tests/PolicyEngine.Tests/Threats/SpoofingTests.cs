namespace PolicyEngine.Tests.Threats;

/// <summary>A caller that sends keys which AWS sets gains nothing by sending them twice, in other letters, or through a proxy.</summary>
public class SpoofingTests
{
    private const string Pinned = """ "Condition":{"StringEquals":{"aws:SourceVpce":"vpce-1"}} """;

    /// <summary>Two values under two spellings leave what depends on them undecided: no Allow, every Deny.</summary>
    [Theory]
    [InlineData("aws:SourceVpce", "AWS:SOURCEVPCE")]
    [InlineData("aws:sourcevpce", "aws:SourceVpce")]
    [InlineData("Aws:SourceVpce", "aws:sourceVPCE")]
    public void A_key_in_two_spellings_with_two_values_is_undecided(string one, string other)
    {
        Assert.Equal('I', TestPolicy.Outcome(Pinned, TestPolicy.Context((one, "vpce-evil"), (other, "vpce-1"))));
        Assert.Equal('I', TestPolicy.Outcome(Pinned, TestPolicy.Context((one, "vpce-1"), (other, "vpce-evil"))));
        Assert.Equal('T', TestPolicy.Outcome(Pinned, TestPolicy.Context((one, "vpce-1"), (other, "vpce-1"))));
    }

    [Fact]
    public void The_same_spelling_again_replaces_and_adds_nothing()
    {
        RequestContext context = new RequestContextBuilder().Set("aws:SourceVpce", "vpce-evil").Set("aws:SourceVpce", "vpce-1").Build();
        Assert.Equal(1, context.Count);
        Assert.Equal('T', TestPolicy.Outcome(Pinned, context));
    }

    /// <summary>Letters that other case foldings take for ASCII make another key, which no policy asks for.</summary>
    [Theory]
    [InlineData("aws:\u017FourceVpce")]
    [InlineData("aws:SourceVpce\u200B")]
    [InlineData("\uFEFFaws:SourceVpce")]
    [InlineData("aws:SourceVpce\0")]
    [InlineData(" aws:SourceVpce")]
    [InlineData("aws:SourceVpc\u0435")]
    public void A_key_that_only_looks_the_same_is_another_key(string name) => Assert.Equal('F', TestPolicy.Outcome(Pinned, TestPolicy.Context((name, "vpce-1"))));

    [Theory]
    [InlineData("aws:SourceVpce")]
    [InlineData("AWS:sourcevpce")]
    [InlineData("aws:PrincipalTag/Team")]
    [InlineData("aws:ViaAWSService")]
    [InlineData("aws:PrincipalOrgID")]
    public void A_caller_cannot_set_what_AWS_sets_in_any_letter_case(string name)
    {
        RequestContextBuilder builder = new(refusesSpoofedKeys: true);
        Assert.Throws<ArgumentException>(() => builder.Set(name, ContextValue.Of("x"), ContextProvenance.Caller));
        Assert.Throws<ArgumentException>(() => builder.Set(name, ContextValue.Unknown, ContextProvenance.Caller));
        Assert.Equal(0, builder.Build().Count);
    }

    [Theory]
    [InlineData((ContextProvenance)3)]
    [InlineData((ContextProvenance)(-1))]
    [InlineData((ContextProvenance)int.MaxValue)]
    public void Q51_a_provenance_that_has_no_name_counts_as_the_callers(ContextProvenance provenance)
    {
        RequestContextBuilder builder = new(refusesSpoofedKeys: true);
        Assert.Throws<ArgumentException>(() => builder.Set("aws:SourceVpce", ContextValue.Of("vpce-1"), provenance));
        Assert.Equal(1, builder.Set("s3:prefix", ContextValue.Of("x"), provenance).Build().Count);
        ApiCallBuilder call = new(RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource, refusesSpoofedKeys: true);
        call.OwnedBy("111122223333").Set("aws:PrincipalArn", ContextValue.Of(TestPolicy.Alice), provenance);
        Assert.Contains(call.FindFaults(), static fault => fault is { Rule: "A-98", IsError: true });
    }

    /// <summary>What a proxy forwards, such as X-Forwarded-For, is a list of addresses in one text: no address, and in no network.</summary>
    [Theory]
    [InlineData("10.0.0.1, 203.0.113.9")]
    [InlineData("203.0.113.9,10.0.0.1")]
    [InlineData("10.0.0.1:443")]
    [InlineData("[::1]")]
    [InlineData("for=10.0.0.1")]
    [InlineData("10.0.0.1 ")]
    [InlineData("010.0.0.1")]
    [InlineData("167772161")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.1%eth0")]
    public void A_forwarded_header_is_no_address(string value)
    {
        Assert.Equal('I', TestPolicy.Outcome(""" "Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}} """, TestPolicy.Context(("aws:SourceIp", value))));
        Assert.Equal('I', TestPolicy.Outcome(""" "Condition":{"NotIpAddress":{"aws:SourceIp":"192.0.2.0/24"}} """, TestPolicy.Context(("aws:SourceIp", value))));
    }

    /// <summary>The least trustworthy of several spellings counts.</summary>
    [Fact]
    public void A_spelling_of_the_caller_taints_the_key()
    {
        RequestContext context = new RequestContextBuilder().Set("aws:SourceVpce", "vpce-1").Set("AWS:SourceVpce", ContextValue.Of("vpce-1"), ContextProvenance.Caller).Build();
        Assert.Equal(ContextProvenance.Caller, context.GetProvenance(ConditionKeys.Find("aws:SourceVpce")!.Name));
    }
}
