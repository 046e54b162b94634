namespace PolicyEngine.Tests.Endpoints;

/// <summary>The forms of service names.</summary>
public class VpcEndpointServiceNameTests
{
    [Theory]
    [InlineData("com.amazonaws.us-west-2.secretsmanager", "us-west-2", "secretsmanager", "secretsmanager")]
    [InlineData("com.amazonaws.us-west-2.ecr.api", "us-west-2", "ecr.api", "ecr")]
    [InlineData("com.amazonaws.us-gov-west-1.sagemaker.runtime", "us-gov-west-1", "sagemaker.runtime", "sagemaker")]
    [InlineData("com.amazonaws.ap-southeast-4.monitoring", "ap-southeast-4", "monitoring", "cloudwatch")]
    [InlineData("com.amazonaws.us-west-2.kms-fips", "us-west-2", "kms-fips", "kms")]
    [InlineData("com.amazonaws.us-west-2.bedrock-runtime", "us-west-2", "bedrock-runtime", "bedrock")]
    [InlineData("com.amazonaws.us-gov-west-1.kinesis-streams-fips", "us-gov-west-1", "kinesis-streams-fips", "kinesis")]
    [InlineData("com.amazonaws.iam", null, "iam", "iam")]
    [InlineData("com.amazonaws.us-west", null, "us-west", "us-west")]
    [InlineData("com.amazonaws.s3-global.accesspoint", null, "s3-global.accesspoint", "s3")]
    [InlineData("aws.api.us-east-1.kendra-ranking", "us-east-1", "kendra-ranking", "kendra-ranking")]
    [InlineData("api.aws.us-east-1.bcm", "us-east-1", "bcm", "bcm")]
    [InlineData("aws.sagemaker.us-east-1.notebook", "us-east-1", "sagemaker.notebook", "sagemaker")]
    [InlineData("cn.com.amazonaws.cn-north-1.kms", "cn-north-1", "kms", "kms")]
    [InlineData("com.amazonaws.cn-north-1.s3", "cn-north-1", "s3", "s3")]
    [InlineData("cn.com.amazonaws.cn-north-1.transcribe.cn", "cn-north-1", "transcribe", "transcribe")]
    [InlineData("eu.amazonaws.eusc-de-east-1.sqs", "eusc-de-east-1", "sqs", "sqs")]
    [InlineData("gov.ic.c2s.us-iso-east-1.ec2", "us-iso-east-1", "ec2", "ec2")]
    [InlineData("com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0", "us-west-2", "vpce-svc-0123456789abcdef0", null)]
    [InlineData("com.amazonaws.iot.us-west-2.data", "us-west-2", "iot.data", "iot")]
    [InlineData("com.amazonaws.vpce.us-west-2.vpce-svc-xyz", null, null, null)]
    [InlineData("com.amazonaws.us-west-2", null, null, null)]
    [InlineData("com.amazonaws.", null, null, null)]
    [InlineData("com.amazonaws.us-west-2..s3", null, null, null)]
    [InlineData("com.amazonaws.US-WEST-2.S3", null, null, null)]
    [InlineData("com.example.us-west-2.s3", null, null, null)]
    [InlineData("aws.other.us-west-2.s3", null, null, null)]
    [InlineData("", null, null, null)]
    public void A65_region_service_and_prefix(string text, string? region, string? service, string? prefix)
    {
        VpcEndpointServiceName name = new(text);
        Assert.Equal((text, region, service, prefix), (name.ToString(), name.Region, name.Service, name.ActionPrefix));
    }

    [Fact]
    public void A65_flags()
    {
        Assert.True(new VpcEndpointServiceName("com.amazonaws.us-west-2.s3-fips").IsFips);
        Assert.False(new VpcEndpointServiceName("com.amazonaws.us-west-2.fips").IsFips);
        Assert.True(new VpcEndpointServiceName("com.amazonaws.vpce.us-west-2.vpce-svc-0").IsCustomerService);
        Assert.False(new VpcEndpointServiceName("com.amazonaws.us-west-2.s3").IsCustomerService);
    }
}
