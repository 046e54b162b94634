namespace PolicyEngine.Checks;

/// <summary>A type of resource that has a policy, as CloudFormation names it, and what may stand in that policy.</summary>
/// <param name="Name">The name, such as <c>AWS::S3::Bucket</c>.</param>
/// <param name="Service">The prefix of the service, such as <c>s3</c>.</param>
/// <param name="MaxBytes">The longest policy that the service stores.</param>
/// <param name="Resources">What the policy can be about, as the catalogue names types; empty where that is not checked.</param>
internal sealed record PolicyResourceType(string Name, string Service, int MaxBytes, params string[] Resources)
{
    /// <summary>The bytes from which on a policy is too long for any service.</summary>
    private const int Unlimited = 40_000;

    /// <summary>The types whose actions and resources are known.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">AWS resource and property types reference</see>, read in September 2026.</remarks>
    internal static IReadOnlyList<PolicyResourceType> All { get; } =
    [
        new("AWS::DynamoDB::Table", "dynamodb", Unlimited, "table", "index", "stream"),
        new("AWS::ECR::Repository", "ecr", 10_240),
        new("AWS::EFS::FileSystem", "elasticfilesystem", Unlimited, "file-system"),
        new("AWS::KMS::Key", "kms", 32_768, "key"),
        new("AWS::Lambda::Function", "lambda", Unlimited, "function", "function alias", "function version"),
        new("AWS::S3::AccessPoint", "s3", 20_480, "accesspoint", "accesspointobject"),
        new("AWS::S3::Bucket", "s3", 20_480, "bucket", "object"),
        new("AWS::SNS::Topic", "sns", 30_720, "topic"),
        new("AWS::SQS::Queue", "sqs", 8_192, "queue"),
        new("AWS::SecretsManager::Secret", "secretsmanager", 20_480, "Secret"),
    ];

    /// <summary>Finds a type by its name; null for one of which nothing is known.</summary>
    internal static PolicyResourceType? Find(string? name) => name is null ? null : All.FirstOrDefault(type => type.Name == name);
}
