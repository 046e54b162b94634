namespace PolicyEngine.Tests.Requests;

/// <summary>A builder hands on what it has gathered without copying it, and is used again.</summary>
public class ContextBuilderTests
{
    [Fact]
    public void A_built_context_stays_as_it_is_whatever_the_builder_does_next()
    {
        RequestContextBuilder builder = new RequestContextBuilder().Set("k:a", "1").Set("k:b", "2").Set("aws:SourceVpce", "vpce-1");
        RequestContext first = builder.Build();
        RequestContext second = builder.Set("k:a", "9").Set("k:c", "3").Set("aws:SourceVpce", "vpce-2").Build();
        RequestContext third = builder.Clear().Set("k:z", "0").Build();
        Assert.Equal("k:a=1, k:b=2, aws:SourceVpce=vpce-1", Show(first));
        Assert.Equal("k:a=9, k:b=2, aws:SourceVpce=vpce-2, k:c=3", Show(second));
        Assert.Equal("k:z=0", Show(third));
        Assert.Equal(("1", null, "vpce-1"), (first["K:A"]?.ToString(), first["k:c"]?.ToString(), first["aws:sourcevpce"]?.ToString()));
        Assert.Equal(("9", "3", null), (second["K:A"]?.ToString(), second["k:c"]?.ToString(), second["k:z"]?.ToString()));
    }

    [Fact]
    public void L113_a_context_with_two_spellings_stays_as_it_is_too()
    {
        RequestContextBuilder builder = new RequestContextBuilder().Set("k:a", "1").Set("K:A", "2").Set("k:b", "3");
        RequestContext first = builder.Build();
        builder.Clear().Set("k:x", "8").Set("k:y", "9").Build();
        Assert.Equal("k:a=1, K:A=2, k:b=3", Show(first));
        Assert.Equal(("1", "3"), (first["k:a"]?.ToString(), first["k:b"]?.ToString()));
    }

    [Fact]
    public void Handles_and_names_set_the_same()
    {
        RequestContext byHandle = new RequestContextBuilder()
            .Set(ConditionKeys.SourceVpc, "vpc-1").Set(ConditionKeys.MultiFactorAuthAge, ContextValue.Unknown).SetList(ConditionKeys.TagKeys, "a", "b").Build();
        RequestContext byName = new RequestContextBuilder()
            .Set("aws:SourceVpc", "vpc-1").SetUnknown("aws:MultiFactorAuthAge").SetList("aws:TagKeys", "a", "b").Build();
        Assert.Equal(Show(byName), Show(byHandle));
        Assert.Throws<ArgumentException>(static () => new RequestContextBuilder().SetList(ConditionKeys.SourceVpc, "a", "b"));
    }

    [Fact]
    public void Entries_keep_their_order_and_their_spelling()
    {
        RequestContextBuilder builder = new RequestContextBuilder()
            .Set("s3:prefix", "1").Set("aws:sourcevpce", "2").Set("aws:SourceIp", "3").Set("k:a", "4").Set("AWS:SourceIp", "5").Set("aws:SourceVpc", "6");
        Assert.Equal("s3:prefix=1, aws:sourcevpce=2, aws:SourceIp=3, k:a=4, AWS:SourceIp=5, aws:SourceVpc=6", Show(builder.Build()));
        Assert.Equal("s3:prefix=1, aws:sourcevpce=7, aws:SourceIp=3, k:a=4, AWS:SourceIp=8, aws:SourceVpc=6", Show(builder.Set("aws:sourcevpce", "7").Set("AWS:SourceIp", "8").Build()));
        Assert.Equal("aws:SourceVpc=9", Show(builder.Clear().Set("aws:SourceVpc", "9").Build()));
    }

    [Theory]
    [InlineData("aws:SourceIp")]
    [InlineData("aws:sourceip")]
    [InlineData("k:a")]
    public void Provenance_is_that_of_the_value_given_last(string name)
    {
        RequestContextBuilder builder = new();
        foreach (ContextProvenance provenance in (ContextProvenance[])[ContextProvenance.Caller, ContextProvenance.Derived, ContextProvenance.Platform, ContextProvenance.Derived])
        {
            RequestContext context = builder.Set(name, ContextValue.Of("10.0.0.1"), provenance).Set("aws:SourceVpc", "vpc-1").Build();
            Assert.Equal((provenance, ContextProvenance.Platform), (context.GetProvenance(name), context.GetProvenance("aws:SourceVpc")));
        }

        Assert.Equal(ContextProvenance.Platform, builder.Clear().Set(name, "10.0.0.2").Build().GetProvenance(name));
    }

    [Theory]
    [InlineData("aws:SourceIp")]
    [InlineData("k:a")]
    public void A_provenance_that_there_is_not_is_not_trusted(string name)
    {
        RequestContext context = new RequestContextBuilder().Set(name, ContextValue.Of("10.0.0.1"), (ContextProvenance)3).Build();
        Assert.True(context.GetProvenance(name) >= ContextProvenance.Caller);
    }

    [Fact]
    public void L113_spellings_are_joined_after_a_request_with_many_keys()
    {
        RequestContextBuilder builder = new RequestContextBuilder().Set("k:1", "a").Set("K:1", "b");
        for (int i = 0; i < 100; i++) builder.Set($"k:{i}", "c");
        RequestContext many = builder.Build();
        RequestContext few = builder.Clear().Set("k:9", "1").Set("K:9", "2").Build();
        Assert.Equal(("k:9=1, K:9=2", 101), (Show(few), many.Count));
        Assert.Null(few["k:1"]);
    }

    [Fact]
    public void Many_keys_are_found_in_contexts_that_share_nothing()
    {
        RequestContextBuilder builder = new();
        for (int i = 0; i < 100; i++) builder.Set($"k:{i}", $"{i}").Set(ConditionKeys.All[i % ConditionKeys.All.Length].Name + (i < 50 ? "" : "x"), "v");
        RequestContext first = builder.Build();
        RequestContext second = builder.Set("k:100", "100").Set("k:0", "other").Build();
        RequestContext third = builder.Clear().Set("k:7", "7").Build();
        Assert.Equal(("0", "99", null), (first["K:0"]?.ToString(), first["k:99"]?.ToString(), first["k:100"]?.ToString()));
        Assert.Equal(("other", "99", "100"), (second["K:0"]?.ToString(), second["k:99"]?.ToString(), second["k:100"]?.ToString()));
        Assert.Equal((null, "7"), (third["k:0"]?.ToString(), third["k:7"]?.ToString()));
        Assert.Equal((first.Count + 1, 1), (second.Count, third.Count));
    }

    private static string Show(RequestContext context) => string.Join(", ", context.Select(static entry => $"{entry.Key}={entry.Value}"));
}
