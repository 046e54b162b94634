namespace PolicyEngine.Tests.Endpoints;

/// <summary>The inventory, and what resolution says beyond the conformance cases.</summary>
public class VpcEndpointInventoryTests
{
    private static readonly EndpointClient InVpc = new() { VpcId = "vpc-1", RouteTableId = "rtb-1" };

    [Fact]
    public void A63_ids_are_found_by_letter_case_and_hosts_are_lower_cased_first()
    {
        VpcEndpoint endpoint = Interface("vpce-0abc", "com.amazonaws.us-west-2.kms");
        VpcEndpointInventory inventory = new([endpoint, new VpcEndpoint(), new VpcEndpoint()]);
        Assert.True(inventory.TryFind("vpce-0abc", out VpcEndpoint? found));
        Assert.Same(endpoint, found);
        Assert.False(inventory.TryFind("VPCE-0ABC", out _));
        Assert.Same(endpoint, inventory.Resolve("VPCE-0ABC-X1.KMS.US-WEST-2.VPCE.AMAZONAWS.COM").Endpoint);
    }

    [Fact]
    public void An_id_is_given_once()
    {
        VpcEndpoint endpoint = Interface("vpce-0abc", "com.amazonaws.us-west-2.kms");
        Assert.Throws<ArgumentException>(() => new VpcEndpointInventory([endpoint, endpoint]));
        Assert.Empty(VpcEndpointInventory.Empty.Endpoints);
    }

    [Fact]
    public void A69_a_part_of_the_endpoints_makes_no_call_public()
    {
        const string url = "https://kms.us-west-2.amazonaws.com";
        VpcEndpointInventory page = VpcEndpointInventory.Parse("""{"VpcEndpoints":[],"NextToken":"more"}""");
        Assert.False(page.IsComplete);
        Assert.Equal(EndpointResolutionStatus.Unknown, page.Resolve(url, InVpc).Status);
        Assert.Equal(EndpointResolutionStatus.Public, VpcEndpointInventory.Parse("""{"VpcEndpoints":[],"NextToken":""}""").Resolve(url, InVpc).Status);
    }

    [Theory]
    [InlineData("kms.us-west-2.amazonaws.com.", true)]
    [InlineData("KMS.us-west-2.amazonaws.com", true)]
    [InlineData("*.us-west-2.amazonaws.com", true)]
    [InlineData("*.kms.us-west-2.amazonaws.com", false)]
    [InlineData("*s.us-west-2.amazonaws.com", false)]
    [InlineData("ms.us-west-2.amazonaws.com", false)]
    [InlineData("", false)]
    [InlineData("*.", false)]
    [InlineData("vpce-0abc-x1.kms.us-west-2.vpce.amazonaws.com", true)]
    public void A68_the_names_that_an_endpoint_lists_are_those_it_answers_to(string listed, bool expected)
    {
        VpcEndpoint endpoint = Interface("vpce-0abc", "com.amazonaws.us-west-2.kms", listed);
        EndpointResolution resolution = new VpcEndpointInventory([endpoint]).Resolve("https://kms.us-west-2.amazonaws.com", InVpc);
        Assert.Equal(expected ? EndpointResolutionStatus.Resolved : EndpointResolutionStatus.Public, resolution.Status);
    }

    [Fact]
    public void A70_a_route_table_of_two_gateways_is_undecided()
    {
        VpcEndpoint[] gateways = [.. ((string[])["vpce-1", "vpce-2"]).Select(static id => new VpcEndpoint
        {
            Id = id,
            Type = VpcEndpointType.Gateway,
            State = VpcEndpointState.Available,
            VpcId = "vpc-1",
            ServiceName = new VpcEndpointServiceName("com.amazonaws.us-west-2.s3"),
            RouteTableIds = ["rtb-1"],
        })];
        Assert.Equal(EndpointResolutionStatus.Unknown, new VpcEndpointInventory(gateways).Resolve("s3.us-west-2.amazonaws.com", InVpc).Status);
        Assert.Equal("vpce-2", new VpcEndpointInventory(gateways[1..]).Resolve("s3.us-west-2.amazonaws.com", InVpc).EndpointId);
    }

    [Theory]
    [InlineData("https://kms.us-west-2.amazonaws.com", "vpc-1", "The private DNS of vpce-0abc answers to the name in vpc-1")]
    [InlineData("https://kms.us-west-2.amazonaws.com", "", "The VPC of the client is not known, so that an endpoint there may answer to the name")]
    [InlineData("https://kms.us-west-2.amazonaws.com", "vpc-2", "No endpoint of vpc-2 serves the name")]
    [InlineData("vpce-0abc-x1.kms.us-west-2.vpce.amazonaws.com", null, "The name is that of vpce-0abc")]
    [InlineData("vpce-0bbb-x1.kms.us-west-2.vpce.amazonaws.com", null, "The name is that of vpce-0bbb, which the inventory does not hold")]
    [InlineData("example.com", null, "The URL leads to nothing of AWS: its host is no name of an AWS service or endpoint")]
    [InlineData("https:///x", null, "The URL leads to nothing of AWS: it names no host")]
    [InlineData("https://h:x", null, "The URL leads to nothing of AWS: what follows the host is no port")]
    [InlineData("https://bücher.example", null, "The URL leads to nothing of AWS: its host is no DNS name in ASCII")]
    public void A69_the_answer_says_why(string url, string? vpc, string reason) => Assert.Equal(
        reason,
        new VpcEndpointInventory([Interface("vpce-0abc", "com.amazonaws.us-west-2.kms")]).Resolve(url, new EndpointClient { VpcId = vpc }).Reason);

    [Fact]
    public void Long_and_odd_texts_are_answered_in_time()
    {
        const int length = 2_000_000;
        const string host = "kms.us-west-2.amazonaws.com";
        string[] odd =
        [
            new string('a', length), new string('.', length), new string('-', length), new string('@', length), new string(':', length), "https://" + new string('/', length),
            "https://" + string.Concat(Enumerable.Repeat("vpce-0-0.", length / 9)) + "vpce.amazonaws.com", new string('a', length) + "." + host, host + "/" + new string('x', length),
            new string('u', length) + "@" + host, "\0", "\uD800", "https://\uD800." + host, "https://\t" + host, "://", "//", "https://@", "https://:1",
        ];
        VpcEndpointInventory inventory = new([Interface("vpce-0abc", "com.amazonaws.us-west-2.kms")]);
        string[] refused = [.. odd.Where(static text => VpcEndpointInventory.FindRefusal(text) is not null)];
        Assert.Equal([new string('u', length) + "@" + host, "\0", "https://\t" + host], refused);
        string[] answered = [.. odd.Except(refused, StringComparer.Ordinal).Where(text => inventory.Resolve(text, InVpc).Status != EndpointResolutionStatus.NotAws)];
        Assert.Equal([host + "/" + new string('x', length), "https://\uD800." + host], answered);
    }

    private static VpcEndpoint Interface(string id, string service, params string[] names) => new()
    {
        Id = id,
        Type = VpcEndpointType.Interface,
        State = VpcEndpointState.Available,
        VpcId = "vpc-1",
        ServiceName = new VpcEndpointServiceName(service),
        PrivateDnsEnabled = true,
        DnsNames = [.. names],
    };
}
