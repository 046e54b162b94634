namespace PolicyEngine.Tests.Endpoints;

/// <summary>URLs that clients read differently are refused, not resolved.</summary>
public class HostRefusalTests
{
    private const string Zonal = "*.vpce-0a1b2c3d4e5f60718-12345678-us-east-1a.s3.us-west-2.vpce.amazonaws.com";

    [Theory]
    [InlineData(@"https://vpce-0a1b2c3d4e5f60718-12345678.secretsmanager.us-west-2.vpce.amazonaws.com\@evil.example/", "backslash")]
    [InlineData("https://secretsmanager.us-west-2.amazonaws.com/\n", "control character")]
    [InlineData("https://secretsmanager.us-west-2.amazonaws.com/\u0085", "control character")]
    [InlineData("wss://secretsmanager.us-west-2.amazonaws.com/", "scheme")]
    [InlineData("ftp://evil.example/", "scheme")]
    [InlineData("https://evil.example:pw@secretsmanager.us-west-2.amazonaws.com/", "user name")]
    [InlineData("https://evil.example@something.on.aws/", "user name")]
    [InlineData("https://evil.example@x@vpce-0a1b2c3d4e5f60718-12345678.secretsmanager.us-west-2.vpce.amazonaws.com/", "user name")]
    [InlineData("https://evil.example@secretsmanager%2eus-west-2.amazonaws.com/", "user name")]
    [InlineData("https:secretsmanager.us-west-2.amazonaws.com", "scheme")]
    [InlineData("javascript:alert(1)", "scheme")]
    [InlineData("mailto:x@evil.example", "scheme")]
    public void Q14_A_URL_that_clients_read_differently_is_refused(string url, string reason)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => VpcEndpointInventory.Parse("""{"VpcEndpoints":[]}""").Resolve(url));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://vpce-0a1b2c3d4e5f60718@evil.example/")]
    [InlineData("HTTP://evil.example")]
    [InlineData("evil.example:8443")]
    public void Q14_Other_URLs_are_not_refused(string url) =>
        Assert.Equal(EndpointResolutionStatus.NotAws, VpcEndpointInventory.Parse("""{"VpcEndpoints":[]}""").Resolve(url).Status);

    /// <summary>The VPC is where its zones are; the service may be in another Region.</summary>
    [Theory]
    [InlineData(VpcEndpointType.Interface, "us-west-2", Zonal, null, "us-east-1")]
    [InlineData(VpcEndpointType.Interface, "us-west-2", Zonal, "eu-west-1", "eu-west-1")]
    [InlineData(VpcEndpointType.Interface, "us-west-2", "vpce-0a1b2c3d4e5f60718-12345678.s3.us-west-2.vpce.amazonaws.com", null, null)]
    [InlineData(VpcEndpointType.Interface, null, null, null, "us-west-2")]
    [InlineData(VpcEndpointType.Gateway, "us-west-2", null, null, "us-west-2")]
    public void Q15_The_Region_of_the_VPC_is_that_of_its_zones_or_told(VpcEndpointType type, string? service, string? name, string? told, string? expected)
    {
        VpcEndpoint endpoint = new() { Type = type, ServiceName = new VpcEndpointServiceName("com.amazonaws.us-west-2.s3"), ServiceRegion = service, DnsNames = name is null ? [] : [name] };
        if (told is not null) endpoint = new() { Type = type, ServiceName = endpoint.ServiceName, ServiceRegion = service, DnsNames = endpoint.DnsNames, VpcRegion = told };
        Assert.Equal(expected, endpoint.VpcRegion);
    }

    [Fact]
    public void Q15_SourceVpcArn_is_unknown_where_the_Region_of_the_VPC_is()
    {
        Assert.Equal("arn:aws:ec2:us-east-1:123456789012:vpc/vpc-1", ArnOf(Zonal));
        Assert.Null(ArnOf("vpce-0a1b2c3d4e5f60718-12345678.s3.us-west-2.vpce.amazonaws.com"));
    }

    private static string? ArnOf(string name)
    {
        VpcEndpoint endpoint = new() { Id = "vpce-0a1b2c3d4e5f60718", Type = VpcEndpointType.Interface, VpcId = "vpc-1", OwnerId = "123456789012", ServiceName = new VpcEndpointServiceName("com.amazonaws.us-west-2.s3"), ServiceRegion = "us-west-2", State = VpcEndpointState.Available, DnsNames = [name] };
        AuthorizationRequest request = new ApiCallBuilder(RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/a"), "s3:GetObject", "arn:aws:s3:::b/k").Through(endpoint).Build();
        return request.Context["aws:SourceVpcArn"] is { IsUnknown: false } value ? value.ToString() : null;
    }
}
