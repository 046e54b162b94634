using PolicyEngine.Endpoints.Hosts;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>A-84: the public names of services.</summary>
public class PublicHostTests
{
    [Theory]
    [InlineData("https://s3.eu-west-1.amazonaws.com/b/k", "s3", "eu-west-1")]
    [InlineData("https://b.s3.dualstack.eu-west-1.amazonaws.com/k", "s3", "eu-west-1")]
    [InlineData("https://b.s3-fips.us-east-1.amazonaws.com/k", "s3-fips", "us-east-1")]
    [InlineData("https://b.s3-website.eu-west-1.amazonaws.com/k", "s3", "eu-west-1")]
    [InlineData("https://ap-111122223333.s3-accesspoint.eu-west-1.amazonaws.com/k", "s3", "eu-west-1")]
    [InlineData("https://ap-111122223333.s3-accesspoint-fips.us-east-1.amazonaws.com/k", "s3-fips", "us-east-1")]
    [InlineData("https://111122223333.s3-control.eu-west-1.amazonaws.com/", "s3", "eu-west-1")]
    [InlineData("https://111122223333.s3-control-fips.us-east-1.amazonaws.com/", "s3-fips", "us-east-1")]
    [InlineData("https://b--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com/k", "s3express", "eu-west-1")]
    [InlineData("https://s3express-control.eu-west-1.amazonaws.com/b", "s3express", "eu-west-1")]
    [InlineData("https://b.s3-eu-west-1.amazonaws.com/k", "s3", "eu-west-1")]
    [InlineData("https://s3-external-1.amazonaws.com/b/k", "s3", "us-east-1")]
    [InlineData("https://b.s3.amazonaws.com/k", "s3", null)]
    [InlineData("https://alias.accesspoint.s3-global.amazonaws.com/k", "s3-global.accesspoint", null)]
    [InlineData("https://111122223333.ddb.eu-west-1.amazonaws.com/", "dynamodb", "eu-west-1")]
    [InlineData("https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/", "ecr.dkr", "eu-west-1")]
    [InlineData("https://abcdef.execute-api.eu-west-1.amazonaws.com/", "execute-api", "eu-west-1")]
    [InlineData("https://iam.amazonaws.com/", "iam", null)]
    [InlineData("https://sqs.eu-west-1.amazonaws.com/", "sqs", "eu-west-1")]
    public void A_name_of_a_service_is_read(string url, string service, string? region)
    {
        Assert.True(EndpointHostName.TryRead(url, out EndpointHostName? name, out string? fault), fault);
        Assert.Equal((service, region), (name.Service, name.Region));
    }

    [Theory]
    [InlineData("https://vpce.amazonaws.com/")]
    [InlineData("https://eu-west-1.amazonaws.com/")]
    [InlineData("https://a.vpce.b.eu-west-1.amazonaws.com/")]
    [InlineData("https://alias.accesspoint.s3-local.amazonaws.com/")]
    [InlineData("https://a.other.s3-global.amazonaws.com/")]
    [InlineData("https://a.b.amazonaws.com/")]
    [InlineData("https://example.org/")]
    public void Another_name_has_no_form(string url) => Assert.False(EndpointHostName.TryRead(url, out EndpointHostName? name, out _) && !name.HasNoForm);
}
