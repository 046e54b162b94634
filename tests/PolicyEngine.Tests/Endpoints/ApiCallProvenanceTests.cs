using static PolicyEngine.Tests.Endpoints.CallCases;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>Where the keys of a call come from, and what is refused from a caller.</summary>
public class ApiCallProvenanceTests
{
    [Fact]
    public void A_key_that_follows_from_the_call_is_derived_and_a_given_one_is_as_it_is_said()
    {
        RequestContext context = Reads().FromInternet("203.0.113.7").Set("aws:SourceIp", ContextValue.Of("203.0.113.7"), ContextProvenance.Caller)
            .Set("aws:referer", ContextValue.Of("x"), ContextProvenance.Caller).Set("aws:PrincipalTag/team", "red").Build().Context;
        Assert.Equal(ContextProvenance.Derived, context.GetProvenance("aws:SourceIp"));
        Assert.Equal(ContextProvenance.Derived, context.GetProvenance("aws:PrincipalArn"));
        Assert.Equal(ContextProvenance.Caller, context.GetProvenance("aws:referer"));
        Assert.Equal(ContextProvenance.Platform, context.GetProvenance("aws:PrincipalTag/team"));
        Assert.Null(context.GetProvenance("aws:SourceVpce"));
    }

    [Fact]
    public void A_value_for_an_unknown_key_keeps_its_origin() =>
        Assert.Equal(ContextProvenance.Caller, Reads().Set("aws:SourceVpce", ContextValue.Of("vpce-0abc"), ContextProvenance.Caller).Build().Context.GetProvenance("aws:SourceVpce"));

    [Theory]
    [InlineData("aws:SourceVpce", "vpce-0abc")]
    [InlineData("aws:PrincipalArn", "arn:aws:iam::123456789012:user/Anika")]
    [InlineData("aws:PrincipalTag/team", "red")]
    [InlineData("aws:SourceArn", "arn:aws:s3:::b")]
    public void A_caller_cannot_set_what_AWS_alone_sets_where_that_is_refused(string key, string value)
    {
        Assert.Empty(Errors(Call(refuses: false).Set(key, ContextValue.Of(value), ContextProvenance.Caller)));
        Assert.Empty(Errors(Call(refuses: true).Set(key, ContextValue.Of(value), ContextProvenance.Platform)));
        ApiCallBuilder spoofed = Call(refuses: true).Set(key, ContextValue.Of(value), ContextProvenance.Caller);
        Assert.Equal(["A-98"], Errors(spoofed));
        Assert.Contains("the caller sent it", spoofed.FindFaults()[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:UserAgent")]
    [InlineData("aws:referer")]
    [InlineData("s3:prefix")]
    [InlineData("aws:RequestTag/team")]
    public void A_caller_may_send_what_callers_send(string key) =>
        Assert.Empty(Errors(Call(refuses: true).Set(key, ContextValue.Of("x"), ContextProvenance.Caller)));

    private static ApiCallBuilder Call(bool refuses) => new ApiCallBuilder(Anika, Read, Secret, refusesSpoofedKeys: refuses).At(Time);
}
