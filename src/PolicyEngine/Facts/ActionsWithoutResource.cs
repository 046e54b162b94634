namespace PolicyEngine.Facts;

/// <summary>Actions that act on no existing resource, so that the policy of a resource never decides about them.</summary>
/// <remarks>State of September 2026, for services whose guides say so. AWS:
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html">Actions of AWS Secrets Manager</see>,
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html">actions of AWS KMS</see>.</remarks>
internal static class ActionsWithoutResource
{
    private const string Secrets = "secretsmanager:";

    private static readonly ActionCatalogue Without = ActionCatalogue.Create(
    [
        "secretsmanager:BatchGetSecretValue", "secretsmanager:CreateSecret", "secretsmanager:GetRandomPassword", "secretsmanager:ListSecrets",
        "kms:ConnectCustomKeyStore", "kms:CreateCustomKeyStore", "kms:CreateKey", "kms:DeleteCustomKeyStore", "kms:DescribeCustomKeyStores",
        "kms:DisconnectCustomKeyStore", "kms:GenerateRandom", "kms:ListAliases", "kms:ListKeys", "kms:UpdateCustomKeyStore",
    ]);

    private static readonly ActionCatalogue OfSecrets = ActionCatalogue.Create(
    [
        "secretsmanager:CancelRotateSecret", "secretsmanager:DeleteResourcePolicy", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret",
        "secretsmanager:GetResourcePolicy", "secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds",
        "secretsmanager:PutResourcePolicy", "secretsmanager:PutSecretValue", "secretsmanager:RemoveRegionsFromReplication",
        "secretsmanager:ReplicateSecretToRegions", "secretsmanager:RestoreSecret", "secretsmanager:RotateSecret",
        "secretsmanager:StopReplicationToReplica", "secretsmanager:TagResource", "secretsmanager:UntagResource", "secretsmanager:UpdateSecret",
        "secretsmanager:UpdateSecretVersionStage", "secretsmanager:ValidateResourcePolicy",
    ]);

    /// <summary>True where a pattern names such actions and no others.</summary>
    internal static bool CoverAllOf(string pattern)
    {
        bool hasWildcard = pattern.AsSpan().ContainsAny('*', '?');
        if (hasWildcard && !pattern.StartsWith(Secrets, StringComparison.OrdinalIgnoreCase)) return false;
        return Without.Contains(pattern) && !OfSecrets.Contains(pattern);
    }
}
