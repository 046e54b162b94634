namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Tells whether an action can be done on a resource that a record lists: records also list what is merely involved.</summary>
internal static class ResourceTypeCheck
{
    private static readonly string[] ObjectActionsByName = ["ListMultipartUploadParts", "AbortMultipartUpload", "BypassGovernanceRetention"];

    internal static bool IsOfTypeOf(string action, string text)
    {
        if (!Arn.TryParse(text, out Arn? arn)) return false;
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        ReadOnlySpan<char> resource = arn.Resource;
        return action[..colon] switch
        {
            "s3" => arn.Service.StartsWith("s3") && IsOnObject(action) == HasObject(arn),
            "sts" => arn.Service is "iam" && (resource.StartsWith("role/") || resource is "root"),
            "kms" => arn.Service is "kms" && (resource.StartsWith("key/") || IsOnAlias(action)),
            "ebs" => arn.Service is "ec2",
            "rds-data" => arn.Service is "rds",
            string prefix => arn.Service.SequenceEqual(prefix),
        };
    }

    /// <summary>True if an action of S3 is on objects, not on buckets.</summary>
    internal static bool IsOnObject(string action)
    {
        string name = action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..];
        bool namesObject = name.Contains("Object", StringComparison.OrdinalIgnoreCase) && !name.Contains("Bucket", StringComparison.OrdinalIgnoreCase);
        return namesObject || ObjectActionsByName.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool HasObject(Arn arn) =>
        arn.Resource.StartsWith("accesspoint/") ? arn.Resource.IndexOf("/object/") >= 0 : arn.Resource.Contains('/') && !arn.Resource.StartsWith("bucket/");

    private static bool IsOnAlias(string action) => action.EndsWith("Alias", StringComparison.OrdinalIgnoreCase);
}
