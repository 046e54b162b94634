namespace PolicyEngine.Facts;

/// <summary>The ARN of a VPC, as <c>aws:SourceVpcArn</c> has it.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpcarn">aws:SourceVpcArn</see>.</remarks>
internal static class VpcArn
{
    /// <summary>The ARN; null where a part is missing, or no partition is known to have the Region.</summary>
    internal static string? Of(string? region, string? owner, string? vpc)
    {
        if (region is null || owner is null || vpc is null || RegionName.FindPartition(region) is not { } partition) return null;
        return $"arn:{partition}:ec2:{region}:{owner}:vpc/{vpc}";
    }
}
