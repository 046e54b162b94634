namespace PolicyEngine.Checks;

/// <summary>A type of resource that has a policy, as CloudFormation names it, and what may stand in that policy.</summary>
/// <param name="Name">The name, such as <c>AWS::S3::Bucket</c>.</param>
/// <param name="Service">The prefix of the service, such as <c>s3</c>.</param>
internal sealed record PolicyResourceType(string Name, string Service)
{
    /// <summary>The types whose actions and resources are known.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">AWS resource and property types reference</see>, read in September 2026.</remarks>
    internal static IReadOnlyList<PolicyResourceType> All { get; } =
    [
        new("AWS::DynamoDB::Table", "dynamodb"),
        new("AWS::ECR::Repository", "ecr"),
        new("AWS::EFS::FileSystem", "elasticfilesystem"),
        new("AWS::KMS::Key", "kms"),
        new("AWS::Lambda::Function", "lambda"),
        new("AWS::S3::AccessPoint", "s3"),
        new("AWS::S3::Bucket", "s3"),
        new("AWS::SNS::Topic", "sns"),
        new("AWS::SQS::Queue", "sqs"),
        new("AWS::SecretsManager::Secret", "secretsmanager"),
    ];

    /// <summary>Finds a type by its name; null for one of which nothing is known.</summary>
    internal static PolicyResourceType? Find(string? name) => name is null ? null : All.FirstOrDefault(type => type.Name == name);
}
