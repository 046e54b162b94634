using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>Reading endpoints: .</summary>
public class EndpointReaderTests
{
    /// <summary>What <c>create-vpc-endpoint</c> prints.</summary>
    private const string Created = """
        {
          "VpcEndpoint": {
              "PolicyDocument": "{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}",
              "VpcId": "vpc-1a2b3c4d",
              "NetworkInterfaceIds": ["eni-abcdef12"],
              "SubnetIds": ["subnet-e5f6a7b8c9"],
              "PrivateDnsEnabled": true,
              "State": "pending",
              "ServiceName": "com.amazonaws.us-west-2.secretsmanager",
              "RouteTableIds": [],
              "Groups": [{"GroupName": "default", "GroupId": "sg-1a2b3c4d"}],
              "VpcEndpointId": "vpce-1234a5678b9012c",
              "VpcEndpointType": "Interface",
              "CreationTimestamp": "2018-06-12T20:14:41.240Z",
              "DnsEntries": [
                  {"HostedZoneId": "Z7HUB22UULQXV", "DnsName": "vpce-1234a5678b9012c-12345678.secretsmanager.us-west-2.vpce.amazonaws.com"},
                  {"HostedZoneId": "Z7HUB22UULQXV", "DnsName": "vpce-1234a5678b9012c-12345678-us-west-2a.secretsmanager.us-west-2.vpce.amazonaws.com"},
                  {"HostedZoneId": "Z1K56Z6FNPJRR", "DnsName": "secretsmanager.us-west-2.amazonaws.com"}
              ]
          }
        }
        """;

    [Fact]
    public void A62_the_output_of_create_is_read_without_loss()
    {
        VpcEndpoint endpoint = ReadOne(Created);
        Assert.Equal(("vpce-1234a5678b9012c", "vpc-1a2b3c4d"), (endpoint.Id, endpoint.VpcId));
        Assert.Equal((VpcEndpointType.Interface, VpcEndpointState.Pending), (endpoint.Type, endpoint.State));
        Assert.Equal("com.amazonaws.us-west-2.secretsmanager", endpoint.ServiceName!.Text);
        Assert.Equal("us-west-2", endpoint.Region);
        Assert.Empty(endpoint.RouteTableIds);
        Assert.Equal(3, endpoint.DnsNames.Length);
        Assert.Equal("secretsmanager.us-west-2.amazonaws.com", endpoint.DnsNames[2]);
        Assert.Null(endpoint.OwnerId);
        Assert.Null(endpoint.PrivateDnsOnlyForInboundResolver);
        Assert.True(endpoint.PrivateDnsEnabled);
        Assert.False(endpoint.IsAvailable);
        Statement statement = Assert.Single(endpoint.Policy.Statements);
        Assert.Equal((Effect.Allow, (PolicyVersion?)null), (statement.Effect, endpoint.Policy.Version));
        Assert.True(endpoint.HasDefaultPolicy);
    }

    [Fact]
    public void A62_all_fields_of_describe()
    {
        VpcEndpoint endpoint = ReadOne("""
            {"VpcEndpoints":[{"VpcEndpointId":"vpce-0ab","VpcEndpointType":"Interface","VpcId":"vpc-1","ServiceName":"com.amazonaws.eu-west-1.s3",
              "ServiceRegion":"eu-west-1","State":"Available","PolicyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}",
              "DnsOptions":{"DnsRecordIpType":"service-defined","PrivateDnsOnlyForInboundResolverEndpoint":false,"PrivateDnsPreference":"ALL_DOMAINS","PrivateDnsSpecifiedDomains":["a.example"],"New":{"x":[1]}},
              "IpAddressType":"DUALSTACK","RequesterManaged":true,"OwnerId":"111122223333","CreationTimestamp":"2026-01-01T00:00:00+00:00",
              "Tags":[{"Key":"team","Value":"red"},{"Key":"empty","Value":null}],"ServiceNetworkArn":"arn:n","ResourceConfigurationArn":"arn:r",
              "LastError":{"Code":"x"},"FailureReason":null,"Ipv4Prefixes":[{"SubnetId":"s","IpPrefixes":[]}]}],"NextToken":null}
            """);
        Assert.Equal(("eu-west-1", "111122223333"), (endpoint.ServiceRegion, endpoint.OwnerId));
        Assert.False(endpoint.PrivateDnsOnlyForInboundResolver);
        Assert.Equal(Effect.Deny, endpoint.Policy.Statements[0].Effect);
        Assert.False(endpoint.HasDefaultPolicy);
        Assert.True(endpoint.IsAvailable);
    }

    [Theory]
    [InlineData("""{"VpcEndpoint":{"VpcEndpointId":"vpce-1"}}""")]
    [InlineData("""{"VpcEndpoints":[{"VpcEndpointId":"vpce-1"}]}""")]
    [InlineData("""[{"VpcEndpointId":"vpce-1"}]""")]
    [InlineData("""{"VpcEndpointId":"vpce-1"}""")]
    [InlineData("""{"ResponseMetadata":{"VpcEndpoints":1},"VpcEndpoints":[{"VpcEndpointId":"vpce-1"}]}""")]
    public void A62_four_shapes_are_one(string json) => Assert.Equal("vpce-1", ReadOne(json).Id);

    [Fact]
    public void A62_the_input_of_create_is_a_planned_endpoint()
    {
        ParseResult<VpcEndpointInventory> read = Read("""
            {"DryRun":true,"VpcEndpointType":"Interface","VpcId":"vpc-1","ServiceName":"com.amazonaws.us-west-2.kms","SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"],
             "ClientToken":"t","TagSpecifications":[{"ResourceType":"vpc-endpoint","Tags":[{"Key":"k","Value":"v"}]}],"SubnetConfigurations":[{"SubnetId":"subnet-1","Ipv4":"10.0.0.1"}]}
            """);
        VpcEndpoint endpoint = Assert.Single(read.Value!.Endpoints);
        Assert.Null(endpoint.Id);
        Assert.False(endpoint.IsAvailable);
        Assert.Equal("(planned) Interface com.amazonaws.us-west-2.kms", endpoint.ToString());
        Assert.Contains(read.Diagnostics, static d => d.Id == "PE5206" && d.Message.Contains("VpcEndpointId", StringComparison.Ordinal));
    }

    [Fact]
    public void A62_a_policy_may_be_an_object()
    {
        VpcEndpoint endpoint = ReadOne("""[{"VpcEndpointId":"vpce-1","PolicyDocument":{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}}]""");
        Assert.Equal("s3:*", endpoint.Policy.Statements[0].Action.Patterns[0].Text);
        Assert.Equal("\"s3:*\"", endpoint.Policy.Source!.Slice(endpoint.Policy.Statements[0].Action.Span));
    }

    [Theory]
    [InlineData("available", VpcEndpointState.Available)]
    [InlineData("AVAILABLE", VpcEndpointState.Available)]
    [InlineData("pendingAcceptance", VpcEndpointState.PendingAcceptance)]
    [InlineData("3", VpcEndpointState.Unrecognized)]
    [InlineData("Available,Pending", VpcEndpointState.Unrecognized)]
    [InlineData("", VpcEndpointState.Unrecognized)]
    public void A63_letter_case_of_values_is_ignored(string text, VpcEndpointState expected) =>
        Assert.Equal(expected, ReadOne($$"""[{"VpcEndpointId":"vpce-1","State":"{{text}}"}]""").State);

    [Theory]
    [InlineData("""{"VpcId":"v"}""", VpcEndpointType.Unknown)]
    [InlineData("""{"RouteTableIds":["rtb-1"]}""", VpcEndpointType.Gateway)]
    [InlineData("""{"SubnetIds":["subnet-1"],"RouteTableIds":[]}""", VpcEndpointType.Interface)]
    [InlineData("""{"NetworkInterfaceIds":["eni-1"],"RouteTableIds":null}""", VpcEndpointType.Interface)]
    [InlineData("""{"RouteTableIds":["rtb-1"],"SubnetIds":["subnet-1"]}""", VpcEndpointType.Gateway)]
    [InlineData("""{"RouteTableIds":["rtb-1"],"VpcEndpointType":"interface"}""", VpcEndpointType.Interface)]
    [InlineData("""{"RouteTableIds":["rtb-1"],"VpcEndpointType":null}""", VpcEndpointType.Gateway)]
    [InlineData("""{"RouteTableIds":["rtb-1"],"VpcEndpointType":"Portal"}""", VpcEndpointType.Unrecognized)]
    public void A63_a_type_that_is_not_named_is_told_by_other_fields(string json, VpcEndpointType expected) => Assert.Equal(expected, ReadOne(json).Type);

    [Theory]
    [InlineData("""{"VpcEndpointId":"vpce-1"}""")]
    [InlineData("""{"VpcEndpointId":"vpce-1","PolicyDocument":null}""")]
    [InlineData("""{"VpcEndpointId":"vpce-1","PolicyDocument":""}""")]
    public void A82_without_a_document_the_policy_is_full_access(string json)
    {
        VpcEndpoint endpoint = ReadOne(json);
        Assert.Same(VpcEndpoint.DefaultPolicy, endpoint.Policy);
        Assert.Null(endpoint.Policy.Version);
        Assert.True(endpoint.HasDefaultPolicy);
        Assert.True(new VpcEndpoint().HasDefaultPolicy);
    }

    [Theory]
    [InlineData("{")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("{}x")]
    [InlineData("{\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}}")]
    public void A63_a_policy_that_cannot_be_read_is_an_error(string policy)
    {
        ParseResult<VpcEndpointInventory> read = Read($$"""[{"VpcEndpointId":"vpce-1"},{"VpcEndpointId":"vpce-2","PolicyDocument":"{{policy}}"}]""");
        Assert.Null(read.Value);
        Assert.Contains(read.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error && d.Path.StartsWith("[1].PolicyDocument", StringComparison.Ordinal));
    }

    [Fact]
    public void A63_a_policy_is_read_as_AWS_stores_it() =>
        Assert.True(Read("""[{"VpcEndpointId":"vpce-1","PolicyDocument":"{\"Statement\":[{\"Sid\":\"a\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":[],\"Resource\":\"*\"}]}"}]""").Success);

    [Theory]
    [InlineData(VpcEndpointType.Interface, "com.amazonaws.us-west-2.kms", true)]
    [InlineData(VpcEndpointType.Gateway, "com.amazonaws.us-west-2.s3", true)]
    [InlineData(VpcEndpointType.Unknown, "com.amazonaws.us-west-2.s3", true)]
    [InlineData(VpcEndpointType.Unrecognized, "com.amazonaws.us-west-2.s3", true)]
    [InlineData(VpcEndpointType.Interface, "com.amazonaws.vpce.us-west-2.vpce-svc-0123", false)]
    [InlineData(VpcEndpointType.GatewayLoadBalancer, "com.amazonaws.vpce.us-west-2.vpce-svc-0123", false)]
    [InlineData(VpcEndpointType.Resource, null, false)]
    [InlineData(VpcEndpointType.ServiceNetwork, null, false)]
    public void A64_two_types_carry_calls_that_AWS_authorizes(VpcEndpointType type, string? service, bool expected)
    {
        VpcEndpoint endpoint = new() { Type = type, ServiceName = service is null ? null : new VpcEndpointServiceName(service) };
        Assert.Equal(expected, endpoint.CarriesApiCalls);
        Assert.Equal(expected, endpoint.SupportsPolicy);
    }

    [Theory]
    [InlineData("com.amazonaws.us-west-2.transfer.server", false)]
    [InlineData("com.amazonaws.us-west-2.appstream.api", false)]
    [InlineData("com.amazonaws.us-west-2.secretsmanager", true)]
    [InlineData("com.amazonaws.us-west-2.not-listed-yet", true)]
    [InlineData("something else", true)]
    public void A85_some_services_give_full_access_whatever_the_policy(string service, bool expected) =>
        Assert.Equal(expected, new VpcEndpoint { Type = VpcEndpointType.Interface, ServiceName = new VpcEndpointServiceName(service) }.SupportsPolicy);

    [Fact]
    public void A85_what_AWS_tells_of_a_service_wins_over_the_tables()
    {
        VpcEndpointServices services = VpcEndpointServices.Parse(PolicyText.FromString("""
            {"ServiceNames":["a"],"ServiceDetails":[{"ServiceName":"com.amazonaws.us-west-2.kms","VpcEndpointPolicySupported":false,"Tags":[]},
             {"ServiceName":"com.amazonaws.us-west-2.transfer.server","VpcEndpointPolicySupported":true},{"ServiceName":"x","VpcEndpointPolicySupported":null}]}
            """)).GetValueOrThrow();
        Assert.Equal((false, true, (bool?)null), (services.SupportsPolicy("com.amazonaws.us-west-2.kms"), services.SupportsPolicy("com.amazonaws.us-west-2.transfer.server"), services.SupportsPolicy("x")));
        VpcEndpointInventory inventory = VpcEndpointInventory.Parse(
            PolicyText.FromString("""[{"VpcEndpointType":"Interface","ServiceName":"com.amazonaws.us-west-2.kms"},{"VpcEndpointType":"Interface","ServiceName":"com.amazonaws.us-west-2.transfer.server"}]"""),
            new VpcEndpointParserOptions { Services = services }).GetValueOrThrow();
        Assert.Equal([false, true], inventory.Endpoints.Select(static e => e.SupportsPolicy));
    }

    [Fact]
    public void A89_only_an_available_endpoint_carries_traffic() =>
        Assert.Equal([VpcEndpointState.Available], Enum.GetValues<VpcEndpointState>().Where(static state => new VpcEndpoint { State = state }.IsAvailable));

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes(Created);
        for (int length = 0; length < text.Length; length++) Assert.False(VpcEndpointInventory.Parse(PolicyText.FromUtf8(text.AsSpan(0, length))).Success);
        for (int place = 0; place < text.Length; place++)
        {
            byte[] changed = [.. text];
            changed[place] ^= 0x55;
            ParseResult<VpcEndpointInventory> read = VpcEndpointInventory.Parse(PolicyText.FromUtf8(changed));
            Assert.Equal(read.Success, read.Diagnostics.All(static d => d.Severity != DiagnosticSeverity.Error));
            foreach (Diagnostic diagnostic in read.Diagnostics) Assert.NotEmpty(DiagnosticFormatter.FormatSnippet(diagnostic));
        }
    }

    private static ParseResult<VpcEndpointInventory> Read(string json) => VpcEndpointInventory.Parse(PolicyText.FromString(json, "endpoints.json"));

    private static VpcEndpoint ReadOne(string json) => Assert.Single(Read(json).GetValueOrThrow().Endpoints);
}
