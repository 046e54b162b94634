using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.Tests.Facts;

public class AwsOwnedNamesTests
{
    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x", "bedrock:InvokeModel", true)]
    [InlineData("arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/anthropic.claude-x", "Bedrock:invokemodel", true)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x", "bedrock:DeleteCustomModel", false)]
    [InlineData("arn:aws:ssm:us-east-1::document/AWS-RunPatchBaseline", "ssm:GetDocument", true)]
    [InlineData("arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/x", "ssm:GetParameter", true)]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "iam:GetPolicy", true)]
    [InlineData("arn:aws:s3:::al2023-repos-us-east-1-de612dc2/core/x.rpm", "s3:GetObject", true)]
    [InlineData("arn:aws:s3:::al2023-repos-us-east-1-de612dc2", "s3:ListBucket", false)]
    [InlineData("arn:aws:s3:::amazonlinux.us-gov-west-1.amazonaws.com/2/x", "s3:GetObject", true)]
    public void Q10_names_tell_that_AWS_owns_a_resource(string arn, string action, bool isOpen)
    {
        AwsOwnedName? name = Find(arn);
        Assert.NotNull(name);
        Assert.Equal(isOpen, name.IsOpen(action, arn));
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:foundation-model/x")]
    [InlineData("arn:aws:bedrock:us-east-1::custom-model/x")]
    [InlineData("arn:aws:ssm:us-east-1::parameter/mine")]
    [InlineData("arn:aws:ssm:us-east-1:123456789012:document/Mine")]
    [InlineData("arn:aws:iam::123456789012:policy/Mine")]
    [InlineData("arn:aws:s3:::al2023-repos-mine-de612dc2/core/x.rpm")]
    [InlineData("arn:aws:s3:::al2023-repos-us-east-1-de612dc3/core/x.rpm")]
    [InlineData("arn:aws:s3:::my-al2023-repos-us-east-1-de612dc2/x")]
    [InlineData("arn:nowhere:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:ec2:us-east-1::image/ami-1")]
    [InlineData("*")]
    [InlineData("")]
    public void Q10_other_names_tell_nothing(string arn) => Assert.Null(Find(arn));

    [Fact]
    public void Q10_every_form_has_a_page_and_a_date() =>
        Assert.All(AwsOwnedNames.All, static name => Assert.True(name.Source.StartsWith("https://", StringComparison.Ordinal) && name.AsOf.StartsWith("20", StringComparison.Ordinal), name.Form));

    private static AwsOwnedName? Find(string arn) => ArnParts.TrySplit(arn, out ArnParts parts) ? AwsOwnedNames.Find(arn, parts) : null;
}
