using PolicyEngine.Primitives;
using PolicyEngine.Requests;

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
            .Set(ContextKeys.SourceVpc, "vpc-1").Set(ContextKeys.MultiFactorAuthAge, ContextValue.Unknown).SetList(ContextKeys.TagKeys, "a", "b").Build();
        RequestContext byName = new RequestContextBuilder()
            .Set("aws:SourceVpc", "vpc-1").SetUnknown("aws:MultiFactorAuthAge").SetList("aws:TagKeys", "a", "b").Build();
        Assert.Equal(Show(byName), Show(byHandle));
        Assert.Throws<ArgumentException>(static () => new RequestContextBuilder().SetList(ContextKeys.SourceVpc, "a", "b"));
    }

    private static string Show(RequestContext context) => string.Join(", ", context.Select(static entry => $"{entry.Key}={entry.Value}"));
}
